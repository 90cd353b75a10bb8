import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const relations = `
actors: { orn: { name: Orn, hue: teal }, ilve: { name: Ilve, hue: red }, kalvik: { name: Kalvik } }
kinds: { sails: { name: sails, line: solid, sentence: "{from} sails to {to}: {what}" } }
relations:
  - { id: timber, from: orn, to: ilve, kind: sails, what: timber, cite: lecturer }
  - { id: grain, from: ilve, to: kalvik, kind: sails, what: grain, cite: lecturer }
`;
const text = `---
theme: seminar
---
## A chart {#chart}

\`\`\`chart {#ships}
mark: line
x: year
y: { field: ships }
series: port
steps: [[Ilve], [Kalvik]]
data: |
  year,port,ships
  2020,Orn,10
  2021,Orn,12
  2020,Ilve,20
  2021,Ilve,25
  2020,Kalvik,40
  2021,Kalvik,41
\`\`\`

---

## A map {#map}

\`\`\`map {#ways}
fit: [9, 53.3, 31, 61.2]
places:
  - { name: Nybro, lon: 15.91, lat: 56.74, side: above }
  - { name: Riga, lon: 24.1, lat: 56.95 }
lines: [{ path: [Nybro, Riga], name: cable }]
arrows: [{ from: Riga, to: FI, name: timber }]
steps: [[cable], [Riga, timber]]
\`\`\`

---

## A graph {#graph}

\`\`\`relations {#trade}
steps: [[orn, ilve, timber], [kalvik, grain]]
\`\`\`
`;

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { relations });
});
afterAll(() => opened.close());

/** The words of the current slide's drawing that are seen. */
const seen = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...(deck.getCurrentSlide().querySelectorAll('.drawing text') ?? [])]
      .filter((words) => getComputedStyle(words).visibility === 'visible')
      .map((words) => words.textContent?.trim() ?? ''),
  );
const placesOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify(
      [...(deck.getCurrentSlide().querySelectorAll('.drawing text') ?? [])].map((words) => {
        const { x, y } = words.getBoundingClientRect();
        return [Math.round(x), Math.round(y)];
      }),
    ),
  );

test.each([
  ['chart', [['Orn'], ['Ilve'], ['Kalvik']]],
  ['map', [['Nybro'], ['cable'], ['Riga', 'timber']]],
  [
    'graph',
    [
      ['Orn', 'timber'],
      ['Kalvik', 'grain'],
    ],
  ],
] as const)('a %s appears click by click, and nothing moves', (id, steps) =>
  opened.withPage('', async (page) => {
    await showSlide(page, id);
    const before = await placesOf(page);
    for (const [index, words] of steps.entries()) {
      if (index > 0) await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        (name) =>
          [...deck.getCurrentSlide().querySelectorAll('.drawing text')].some(
            (one) => one.textContent?.includes(name) && getComputedStyle(one).visibility === 'visible',
          ),
        {},
        words[0],
      );
      const shown = (await seen(page)).join(' ');
      for (const word of words) expect(shown).toContain(word);
      for (const later of steps.slice(index + 1).flat()) expect(shown).not.toContain(later);
    }
    expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe(id);
    expect(await placesOf(page)).toBe(before);
  }),
);
