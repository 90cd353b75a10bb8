import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

/** Names over borders and coasts, beside small countries, and a map that its small print makes smaller. */
const maps = `# Maps

---

## Every country of a colour

\`\`\`map
fit: [BY, LT, UA, PL, LV, EE]
highlight:
  BY: { tone: belarus, fill: solid }
  UA: { tone: ukraine, fill: solid }
  PL: { tone: nato, fill: solid }
  RU: { tone: russia, fill: solid }
places:
  - { name: Minsk, lon: 27.56, lat: 53.9, kind: capital }
  - { name: Warsaw, lon: 21, lat: 52.2 }
  - { name: Brest, lon: 23.7, lat: 52.1 }
\`\`\`

---

## Names on the coast

\`\`\`map
fit: [UA, TR, GE, RO, BG]
highlight: { TR: { tone: nato, fill: solid }, RU: { tone: russia, fill: solid } }
places: [{ name: Kerch, lon: 36.47, lat: 45.36 }, { name: Istanbul, lon: 29, lat: 41 }]
\`\`\`

---

## In columns of a third, one divided again

::: columns
::: column
\`\`\`map
fit: [LU, BE, NL]
highlight: { LU: red, BE: blue }
\`\`\`
:::
::: column {width=34%}
\`\`\`map
fit: [EE, LV, LT]
highlight: { EE: blue }
legend: { blue: "A member since 2004" }
\`\`\`
:::
::: column
::: columns
::: column
\`\`\`map
fit: [MT, IT]
highlight: { MT: red }
\`\`\`
:::
::: column
words
:::
:::
:::
:::
`;

const fitted = `# Sizes

---

## FIT {#short .r-fit-text}

Some words below

---

## A heading that is far too long for one line at the size that headings have here {#long .r-fit-text}

- one
- two

---

## Words in the body {#words}

BIG {.r-fit-text}

<p class="r-fit-text">A second text that takes the whole width of the slide</p>
`;

const work = mkdtempSync(join(tmpdir(), 'pilcrow-own-labels-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each([
  ['a map', 'seminar', maps],
  ['a map', 'seminar-dark', maps],
  ['a fitted text', 'seminar', fitted],
])('of %s in the theme %s nothing is reported that the tool has chosen itself', async (what, theme, text) => {
  const name = `${what} ${theme}`.replace(/\W+/g, '-');
  mkdirSync(join(work, 'slides', name), { recursive: true });
  writeFileSync(join(work, 'slides', name, 'deck.md'), `---\nlang: en\ntheme: ${theme}\n---\n\n${text}`);
  const { printed } = await run(['check', name, '--quiet', '--format', 'json'], work);
  const { diagnostics } = JSON.parse(printed.join('\n')) as { diagnostics: readonly { rule: string }[] };
  expect(diagnostics).toEqual([]);
});

describe('a text with r-fit-text', () => {
  let opened: OpenedDeck;
  beforeAll(async () => {
    opened = await openDeck(fitted);
  });
  afterAll(() => opened.close());

  /** The size of each fitted text of a slide, px of the stage, and whether it stands on one line within the text's area. */
  const measured = (id: string): string => `(() => {
    const stage = document.querySelector('#${id} .stage');
    return [...stage.querySelectorAll('.r-fit-text')].map((text) => ({
      size: Number.parseFloat(getComputedStyle(text).fontSize),
      isOneLine: text.offsetHeight < 2 * Number.parseFloat(getComputedStyle(text).fontSize),
      fits: text.scrollWidth <= 1121 && stage.scrollHeight <= 720,
    }));
  })()`;
  type Measured = readonly { readonly size: number; readonly isOneLine: boolean; readonly fits: boolean }[];
  const whole = { isOneLine: true, fits: true };

  test.each(['on screen', 'in print'])('%s is as large as its line and its slide allow', (where) =>
    opened.withPage(where === 'in print' ? '?view=print' : '', async (page) => {
      const sizesOf = async (id: string): Promise<readonly number[]> => {
        if (where === 'on screen') await showSlide(page, id);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        const found = (await page.evaluate(measured(id))) as Measured;
        for (const one of found) expect(one).toMatchObject(whole);
        return found.map(({ size }) => size);
      };
      const [short = 0] = await sizesOf('short');
      expect(short).toBeGreaterThan(200);
      const [long = 0] = await sizesOf('long');
      expect(long).toBeGreaterThanOrEqual(24);
      expect(long).toBeLessThan(42);
      const [big = 0, second = 0] = await sizesOf('words');
      expect(big).toBeGreaterThan(150);
      expect(second).toBeGreaterThan(40);
    }),
  );
});

test('a map keeps the size in which its names are read: what has too little room is the slide', async () => {
  mkdirSync(join(work, 'slides', 'squeezed'), { recursive: true });
  const words = '\n\nWords above it'.repeat(3);
  const map = '```map\nfit: [EE, LV]\nhighlight: { EE: blue }\n```';
  const deck = `---\nlang: en\n---\n\n# Maps\n\n---\n\n## A map between words${words}\n\n${map}\n\n- And an item\n`;
  writeFileSync(join(work, 'slides', 'squeezed', 'deck.md'), deck);
  const { printed } = await run(['check', 'squeezed', '--quiet', '--format', 'json'], work);
  const { diagnostics } = JSON.parse(printed.join('\n')) as { diagnostics: readonly { rule: string }[] };
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['overflow']);
});
