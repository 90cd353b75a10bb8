import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const text = `---
rules: { evidence-missing: off }
---

## Items {#items}

- Sailed on Monday [@inference] {.official}
- Two more:
  - on Tuesday [@inference] {.assessment}
  - on Wednesday {.contested}

---

## Loose items {#loose}

1. Begun in spring [@inference] {.assessment}

   and ended in autumn {.official}

2. Ended {.contested}

---

## Columns {#columns}

::: columns
::: column
- A ferry for the island [@lecturer] {.official}
- A bridge

  for the town [@lecturer] {.contested}
:::
::: column
A quay [@lecturer] {.assessment}
:::
:::

---

## Quotation {#quotation}

> We sail in any weather
>
> — The harbour master
{.official}

---

## Marks of several lines {#many}

- Many places [@one, ¶1, ¶3–4, ¶7, ¶9–12, ¶15]
- [see @one, pp. 3-4; also @two, chap. 2]
- Last [@one, pp. 3-4, chap. 12; @two, ¶3, n. 2] {.official}

| Claim | Place |
|---|---|
| First | in many [@one, ¶1, ¶3–4, ¶7, ¶9–12, ¶15] |
| Second | in one [@two] |
`;
const references = ['one', 'two'].map((id) => ({ id, title: id, place: { path: 'references.yaml', line: 1 } }));

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { references });
});
afterAll(() => opened.close());

interface Hung {
  readonly words: string;
  /** How far its first mark reaches out of the first line of the claim's own words; px of the stage. */
  readonly out: number;
  /** From the claim's words to its marks; px of the stage. */
  readonly clear: number;
}

const hungOn = (page: Page, id: string): Promise<readonly Hung[]> =>
  page.$$eval(`#${id} .body .marks`, (all) =>
    all.map((marks) => {
      const range = document.createRange();
      range.selectNodeContents(marks.parentElement ?? marks);
      range.setEndBefore(marks);
      const [line, ...more] = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [first] = [...marks.querySelectorAll('.pm, em, .voice')].sort(
        (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
      );
      const mark = first?.getBoundingClientRect();
      if (line === undefined || mark === undefined) return { words: '', out: Number.NaN, clear: Number.NaN };
      return {
        words: range.toString().trim(),
        out: Math.round(Math.max(0, line.top - mark.top, mark.bottom - line.bottom)),
        clear: Math.round(marks.getBoundingClientRect().left - Math.max(...[line, ...more].map(({ right }) => right))),
      };
    }),
  );

test('marks and voices are level with the words they belong to, in every kind of block', () =>
  opened.withPage('', async (page) => {
    const counts: number[] = [];
    for (const id of ['items', 'loose', 'columns', 'quotation']) {
      await showSlide(page, id);
      const hung = await hungOn(page, id);
      counts.push(hung.length);
      for (const { words, out, clear } of hung) {
        expect([words, out <= 2 ? 'level' : out]).toEqual([words, 'level']);
        expect([words, clear > 0 ? 'clear' : clear]).toEqual([words, 'clear']);
      }
      const edges = await page.$$eval(`#${id} .body .marks`, (all) =>
        all.flatMap((marks) => {
          const column = marks.closest('.column, .body')?.getBoundingClientRect().right ?? 0;
          return Math.round(column - marks.getBoundingClientRect().right);
        }),
      );
      expect(edges).toEqual(edges.map(() => 0));
    }
    expect(counts).toEqual([3, 3, 3, 1]);
  }));

test('marks of several lines lie over nothing below them', () =>
  opened.withPage('', async (page) => {
    await showSlide(page, 'many');
    const reach = await page.$$eval('#many .body .marks', (all) =>
      all.map((marks) => {
        const block = marks.closest('li, tr')?.getBoundingClientRect();
        const { bottom, right, height } = marks.getBoundingClientRect();
        const inside = [...marks.querySelectorAll('.pm, .pm > span')].every(
          (part) => part.getBoundingClientRect().right <= right + 1,
        );
        return [height > 30, block !== undefined && bottom <= block.bottom + 1 && right <= block.right + 1 && inside];
      }),
    );
    expect(reach).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, true],
      [false, true],
    ]);
  }));
