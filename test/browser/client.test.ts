import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Drawings, Reference } from '../../src/model.js';
import { accessibilityFaults, type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const text = `---
title: Places
---
# A title in its place

What it is about

---

## A heading that is long enough to stand on two lines of the stage, as most of them do [@preiherman2024, ¶4] {#places}

- A claim [@preiherman2024, ¶5]
- Another, [with a link](#code), [@inference]

Note:
What the speaker says.

---

## Code {#code}

\`\`\`ts [1|2-3]
const a = 'first'; // with a comment
let b: number = 2;
b += a.length;
\`\`\`

. . .

After the code, $a^2$

---

## A diagram {#diagram}

\`\`\`mermaid {#built alt="A box"}
flowchart LR
  a
\`\`\`

----

<!-- .slide: data-background-color="#14181f" -->

## Below, in the dark {#dark}

\`\`\`ts
const a = 'first'; // with a comment
\`\`\`

---

## Two columns {#columns}

::: columns
::: column
### Left

- one [@preiherman2024, ¶5]
- two
:::
::: column
### Right

- three
- four, which needs two lines because it has so many words in it [@preiherman2024, ¶¶5–6]
:::
:::
`;
const references: readonly Reference[] = [
  { id: 'preiherman2024', author: [{ family: 'Preiherman' }], issued: '2024', place: { path: 'r.yaml', line: 1 } },
];
const svg =
  '<svg viewBox="0 0 400 100"><style>rect{fill:none}</style><rect width="400" height="100"/><text y="50">box</text></svg>';
const drawings: Drawings = {
  byId: new Map([['built', { svg, width: 400, height: 100, smallestLabel: 16 }]]),
  diagnostics: [],
};

let opened: OpenedDeck;
const withDeck: OpenedDeck['withPage'] = (query, use) => opened.withPage(query, use);

beforeAll(async () => {
  opened = await openDeck(text, { references, drawings });
});
afterAll(() => opened.close());

describe('a deck opened from its file', () => {
  test('puts everything into its place on the stage', () =>
    withDeck('', async (page) => {
      await showSlide(page, 'places');
      const places = await page.evaluate(() => {
        const box = (selector: string): DOMRect | undefined =>
          document.querySelector(`#places ${selector}`)?.getBoundingClientRect();
        return {
          head: box('h2')?.top,
          left: box('h2')?.left,
          body: box('.body')?.top,
          bodyEnd: box('.body')?.bottom,
          foot: box('.foot')?.top,
          run: box('.run')?.top,
          number: box('.number')?.right,
          headMark: box('.head .pm')?.right,
          mark: box('li .pm')?.right,
          unsourced: box('li em')?.right,
        };
      });
      expect(places).toEqual({
        head: 88,
        left: 79,
        body: 216,
        bodyEnd: 640,
        foot: 664,
        run: 40,
        number: 1200,
        headMark: 1200,
        mark: 1200,
        unsourced: 1200,
      });
    }));

  test('pairs the rows of columns', () =>
    withDeck('#/columns', async (page) => {
      const tops = await page.evaluate(() =>
        [...document.querySelectorAll('#columns li')].map((item) => item.getBoundingClientRect().top),
      );
      expect(tops[0]).toBe(tops[2]);
      expect(tops[1]).toBe(tops[3]);
    }));

  test('goes through the steps of code and pauses in order', () =>
    withDeck('#/code', async (page) => {
      const state = (): Promise<string> =>
        page.evaluate(() => {
          const dim = [...document.querySelectorAll('#code .line')].map((line) => line.classList.contains('dim'));
          const pause = document.querySelector('#code .pause p');
          return `${dim.join()} ${pause === null ? '' : getComputedStyle(pause).visibility}`;
        });
      expect(await state()).toBe('false,true,true hidden');
      await page.evaluate(() => deck.next());
      expect(await state()).toBe('true,false,false hidden');
      await page.evaluate(() => deck.next());
      expect(await state()).toBe('true,false,false visible');
      await page.evaluate(() => deck.prev());
      await page.evaluate(() => deck.prev());
      expect(await state()).toBe('false,true,true hidden');
    }));

  test('follows links within the deck', () =>
    withDeck('#/places', async (page) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('#places a[href="#code"]')?.click());
      await page.waitForFunction(() => deck.getCurrentSlide().id === 'code');
    }));

  test('reads no drawing out, and passes the accessibility rules on every slide', () =>
    withDeck('', async (page) => {
      for (const id of ['places', 'code', 'diagram', 'dark', 'columns']) {
        await showSlide(page, id);
        expect(await accessibilityFaults(page), id).toEqual([]);
      }
      const spoken = await page.evaluate(async () => {
        deck.slide(3, 0);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return document.querySelector('.aria-status')?.textContent ?? '';
      });
      expect(spoken).toContain('A diagram. A box.');
      expect(spoken).not.toMatch(/fill|box.*box/);
    }));
});

describe('the print view', () => {
  test('has a page a slide, and hides none from a screen reader', () =>
    withDeck('?view=print', async (page) => {
      await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length === 6);
      const state = await page.evaluate(() => ({
        hidden: document.querySelectorAll('section[aria-hidden], section[hidden], section[inert], svg[aria-hidden]')
          .length,
        sizes: [...document.querySelectorAll('.pdf-page')].map((sheet) => {
          const { width, height } = sheet.getBoundingClientRect();
          return `${width}×${height}`;
        }),
        dim: document.querySelectorAll('#code .line.dim').length,
        body: document.querySelector('#places .body')?.getBoundingClientRect().height,
      }));
      expect(state).toEqual({ hidden: 0, sizes: Array(6).fill('1280×720'), dim: 1, body: 424 });
    }));
});
