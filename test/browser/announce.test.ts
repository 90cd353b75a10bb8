import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const text = `---
rules: { evidence-missing: off }
---

# Who eats whom

---

## Plants pay the fungi {#pays}

\`\`\`relations {#lanes layout=lanes}
show: [plants, fungi]
steps: [[plants], [fungi, sugar], [water]]
\`\`\`

Seen[^seen] in the wood.

[^seen]: By day.

---

## Told in words {#words}

Rain^[As a footnote.] falls & runs

. . .

It dries[^dries] off

- Later
- Last[^last] {.fragment}

[^dries]: In the sun.
[^last]: In the end.

---

## A box in a drawing {#box}

First.

. . .

\`\`\`mermaid {#mermaid}
flowchart LR
  accTitle: A box
  accDescr: It is filled, then closed.
  a[Empty]
  %% step
  a --> b[Full]
\`\`\`

---

## A formula {#formula}

$a^2$ and [gone]{.fragment .fade-out} and [hot]{.fragment .highlight-red}
`;
const relations = `
actors:
  plants: { name: Plants }
  fungi: { name: Fungi }
kinds:
  pay: { name: paying, line: thick, sentence: "{from} pay {to} {what}" }
relations:
  - { id: sugar, from: plants, to: fungi, kind: pay, what: sugar, unsourced: lecturer }
  - { id: water, from: fungi, to: plants, kind: pay, what: water, unsourced: lecturer }
`;

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { relations });
});
afterAll(() => opened.close());

/** What is said after two frames, in which Reveal has spoken and so have we. */
async function saidAfter(page: Page, act: () => Promise<unknown>): Promise<string> {
  await act();
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('.aria-status')?.textContent ?? '';
  });
}
const next = (page: Page): Promise<void> => page.keyboard.press('PageDown');

test('a slide is said by its heading, then its figure’s alternative; a step of relations by its sentences', () =>
  opened.withPage('', async (page) => {
    expect(await saidAfter(page, () => Promise.resolve())).toMatch(/^Who eats whom\./);
    const entered = await saidAfter(page, () => showSlide(page, 'pays'));
    expect(entered).toMatch(/^Plants pay the fungi\. Step 1: Plants\. Step 2: Fungi\. Plants pay Fungi sugar/);
    expect(entered).toMatch(/Seen ?1 in the wood\..*By day\./);
    expect(await saidAfter(page, () => next(page))).toMatch(/^Fungi\. Plants pay Fungi sugar( \(.*\))?\.$/);
    expect(await saidAfter(page, () => next(page))).toMatch(/^Fungi pay Plants water( \(.*\))?\.$/);
    expect(await saidAfter(page, () => page.keyboard.press('PageUp'))).toMatch(/^Fungi\. Plants pay Fungi sugar/);
  }));

test('what waits for its step is not said before it, nor is its footnote; both are with it', () =>
  opened.withPage('', async (page) => {
    const entered = await saidAfter(page, () => showSlide(page, 'words'));
    expect(entered).toMatch(/^Told in words\. Rain ?1 falls & runs\..* As a footnote\./);
    expect(entered).not.toMatch(/dries|sun|Last|end/);
    expect(
      await page.$$eval('#words .footnotes > li', (notes) => notes.map((note) => getComputedStyle(note).visibility)),
    ).toEqual(['visible', 'hidden', 'hidden']);
    const second = await saidAfter(page, () => next(page));
    expect(second).toMatch(/^It dries ?2 off\. Later\. .*In the sun\.$/);
    expect(await saidAfter(page, () => next(page))).toMatch(/^Last ?3\. In the end\.$/);
    expect(
      await page.$$eval('#words .footnotes > li', (notes) => notes.map((note) => getComputedStyle(note).visibility)),
    ).toEqual(['visible', 'visible', 'visible']);
  }));

test('a diagram that waits is said when it comes, and then what each of its steps adds', () =>
  opened.withPage('', async (page) => {
    expect(await saidAfter(page, () => showSlide(page, 'box'))).not.toContain('filled');
    expect(await saidAfter(page, () => next(page))).toMatch(/^A box\. It is filled, then closed\.$/);
    expect(await saidAfter(page, () => next(page))).toMatch(/^Full\.$/);
    const formula = await saidAfter(page, () => showSlide(page, 'formula'));
    expect(formula).toMatch(/^A formula\. a ?2 and gone and hot\./);
  }));
