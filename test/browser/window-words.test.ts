import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../src/model.js';
import { harbourSources } from '../support/evidence.js';
import { type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { withSpeaker } from '../support/speaker.js';

const text = `---
lang: ru
minutes: 45
---
## Порты и лёд {#ports minutes=10}

- Раутио хвалит страховку [@ilvesson2021, ¶2, "our cheapest insurance"]
- Я там был [@lecturer]

Note:
Спросите, кто платит.

::: likely-question
Кто ещё?
:::

---

## Порт за работой {#flow minutes=5}

\`\`\`mermaid {#reports alt="Порты сообщают"}
flowchart LR
  ports[Порты] --> kalvik[Калвик]
\`\`\`
`;
const references: readonly Reference[] = [
  { id: 'ilvesson2021', title: 'Новые правила', issued: '2021', place: { path: 'references.yaml', line: 1 } },
];
const svg = '<svg viewBox="0 0 400 100"><rect width="400" height="100"/></svg>';
const drawing = { svg, width: 400, height: 100, smallestLabel: 20 };
const drawings = { byId: new Map([['reports', drawing]]), diagnostics: [] };
let opened: OpenedDeck;

beforeAll(async () => {
  opened = await openDeck(text, { references, drawings, sources: harbourSources });
}, 60_000);
afterAll(() => opened.close());

/** What keyboards have on their keys in Russia too. */
const onKeys = /^(?:[a-z]|PageDown|PageUp|Shift|Home|End|Esc|Enter|Alt|Ctrl|Tab|F1)$/;

/** The words in Latin letters that a part of the page shows, or has read aloud; a source's own words are in its language. */
async function latinIn(page: Page, selector: string): Promise<readonly string[]> {
  const said = await page.$$eval(selector, (parts) =>
    parts.flatMap((part) => {
      const elements = [part, ...part.querySelectorAll('*')].filter((one) => one.closest('.words, style') === null);
      const texts = elements.flatMap(({ childNodes }) =>
        [...childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')),
      );
      const named = elements.flatMap((one) =>
        ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name)),
      );
      return [...texts, ...named].flatMap((one) => one ?? []);
    }),
  );
  expect(said.join('')).toMatch(/\p{Script=Cyrillic}/u);
  return said.flatMap((one) => one.match(/[a-z]\w*/gi) ?? []).filter((word) => !onKeys.test(word));
}

test('a Russian deck’s keys, list of slides, panel and buttons speak Russian', async () => {
  await opened.withPage('', async (page) => {
    expect(await latinIn(page, '.controls, .pause-overlay, .enlargeable')).toEqual([]);
    await page.keyboard.press('F1');
    await page.waitForSelector('dialog.help');
    expect(await latinIn(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.waitForSelector('dialog.go-to input');
    await page.type('dialog.go-to input', '99');
    expect(await latinIn(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.waitForSelector('.evidence-panel article');
    expect(await latinIn(page, '.evidence-panel')).toEqual([]);
    await page.keyboard.press('k');
    await page.waitForSelector('.evidence-panel .absent');
    expect(await latinIn(page, '.evidence-panel')).toEqual([]);
  });
});

test('so does its speaker view', async () => {
  await opened.withPage('', async (page) => {
    await withSpeaker(page, async ({ speaker }) => {
      await speaker.waitForFunction(() => document.querySelector('.place')?.textContent !== '');
      expect(await speaker.$eval('.notes .if-asked', (label) => label.textContent)).toBe('Если спросят');
      expect(await speaker.title()).toMatch(/^Режим докладчика/);
      expect(await latinIn(speaker, 'main')).toEqual([]);
      await speaker.keyboard.press('b');
      await speaker.waitForFunction(() => document.querySelector('.notice')?.textContent !== '');
      await speaker.keyboard.press('F1');
      await speaker.waitForSelector('dialog.help');
      expect(await latinIn(speaker, 'main, dialog')).toEqual([]);
    });
  });
});

test.each([1280, 390])('names and what they name stand apart in the panel, %i px wide', async (width) => {
  await opened.withPage('', async (page) => {
    await page.setViewport({ width, height: 720 });
    await page.waitForSelector(width < 600 ? 'html.flow' : 'html:not(.flow)');
    await page.waitForFunction(() => document.fonts.status === 'loaded');
    await page.$eval('#ports .pm', (mark) => (mark as HTMLElement).click());
    await page.waitForSelector('.evidence-panel article');
    const gaps = await page.$$eval('.evidence-panel dl > div', (rows) =>
      rows.map((row) => {
        const [name, what] = [...row.children].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        });
        return (what?.left ?? 0) - (name?.right ?? 0);
      }),
    );
    expect(gaps).toHaveLength(3);
    for (const gap of gaps) expect(gap).toBeGreaterThan(4);
  });
});
