import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { pdfFacts } from '../support/pdf-structure.js';

/** Each slide is set in a face that the first one has not. */
const text = `# First

---

## Quotation

> Wordsofsomebody who speaks
>
> — Somebody

---

## Kinds of letters

*slantedwords* and **heavywords**, \`codewords\` and кірыліца, naïve žemaitė

---

## Heading with прыстань

$$\\mathbb{R} \\oplus \\mathcal{F}$$

. . .

Words of *апошні* step

----

## Below

\`\`\`js
const below = 'stacked'; // каментар
\`\`\`
`;

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text);
});
afterAll(() => opened.close());

test("the browser's own menu prints every word, also in faces that no slide shown so far has used", () =>
  opened.withPage('', async (page) => {
    // Slides are looked at one by one, while the browser is idle.
    await page.waitForFunction(() => document.fonts.check('400 16px "Source Code Pro"', 'а'), { timeout: 5000 });
    await page.emulateMediaType('print');
    const { pages } = await pdfFacts(await page.pdf({ preferCSSPageSize: true, waitForFonts: false }));
    const printed = pages.map((one) => one.text.replace(/ ?⊕ ?/, '⊕')).join(' ');
    const words = ['Wordsofsomebody', 'Somebody', 'slantedwords', 'heavywords', 'codewords', 'кірыліца', 'žemaitė'];
    for (const word of [...words, 'прыстань', 'R⊕F', 'апошні', 'stacked', 'каментар']) expect(printed).toContain(word);
  }));

test('faces that the deck does not use are not loaded', () =>
  opened.withPage('', async (page) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const idle = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'unloaded').length);
    expect(idle).toBeGreaterThan(5);
  }));
