import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Drawings } from '../../src/model.js';
import { deckOf, harbourSources } from '../support/evidence.js';
import { accessibilityFaults, type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const text = `# A title with an extraordinarilylongwordthatcannotbebroken

What it is about

---

# One

---

## A heading with a mark, long enough for several lines of a telephone [@ilvesson2021, ¶2] {#claims}

- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2] {.official}
- [A link to the code](#code) [@inference]

. . .

And a paragraph after a pause

---

## A table and columns {#table}

| State of matter | Shape | Volume | Particles | More |
|---|---|---|---|---|
| Solid [@inference] | × the vessel’s | unchangeable | in a lattice | incompressible |

::: columns
::: column
### Left

- one [@inference]
:::
::: column
### Right

- two, which is long enough to need two lines [@inference] {.contested}
:::
:::

---

## A drawing {#drawing}

\`\`\`mermaid {#built alt="A box"}
flowchart LR
  a
\`\`\`

---

<!-- .slide: data-background-color="#14181f" -->

## Code in the dark, and a formula {#code}

\`\`\`ts [1|2]
const first = 'a line that is far too long to stand on one line of a telephone without being broken';
const second = 2;
\`\`\`

<p style="position:absolute;left:900px;top:600px;width:700px">placed on a stage</p>

$a_1^2$[^note]

[^note]: A footnote
`;
const svg =
  '<svg viewBox="0 0 1120 200"><rect width="1120" height="200" fill="none"/><text x="1000" y="50">box</text><g class="fragment" data-fragment-index="0"><text y="90">late</text></g></svg>';
const drawings: Drawings = {
  byId: new Map([['built', { svg, width: 1120, height: 200, smallestLabel: 22, steps: 1 }]]),
  diagnostics: [],
};
const telephone = { width: 390, height: 844 };

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { references: deckOf('').references, sources: harbourSources, drawings });
});
afterAll(() => opened.close());

/** Makes the window a telephone's; the page starts anew there. */
const onTelephone = (query: string, use: (page: Page) => Promise<void>): Promise<void> =>
  opened.withPage(query, async (page) => {
    await page.setViewport(telephone);
    await page.waitForSelector('html.flow');
    await page.waitForFunction(() => document.readyState === 'complete' && document.fonts.status === 'loaded');
    await use(page);
  });
const waitForPlace = (page: Page, id: string): Promise<unknown> =>
  page.waitForFunction((slide) => location.hash === `#/${slide}`, {}, id);

describe('on a telephone a deck', () => {
  test('is a page that scrolls one way, in a size that can be read, with every slide and step', () =>
    onTelephone('', async (page) => {
      const layout = await page.evaluate(() => {
        const shown = [...document.querySelectorAll<HTMLElement>('.slides section[data-layout]')];
        const words = [...document.querySelectorAll<HTMLElement>('.slides .stage *')].filter(
          (element) =>
            element.closest('svg, .katex, .unseen, table') === null &&
            [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim() !== ''),
        );
        return {
          sideways: [document.documentElement.scrollWidth, document.body.scrollWidth],
          tops: shown.map((slide) => slide.getBoundingClientRect().top),
          height: Math.min(...shown.map((slide) => slide.getBoundingClientRect().height)),
          small: words
            .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
            .map(({ outerHTML }) => outerHTML),
          outside: words
            .filter((element) => element.getBoundingClientRect().right > 390)
            .map(({ outerHTML }) => outerHTML),
          hidden: [...document.querySelectorAll('.fragment')].filter(
            (step) => getComputedStyle(step).visibility !== 'visible',
          ).length,
          dim: document.querySelectorAll('.line.dim').length,
          drawing: document.querySelector('.drawing > svg')?.getBoundingClientRect().width,
        };
      });
      const tops = layout.tops.toSorted((a, b) => a - b);
      expect(layout).toMatchObject({
        sideways: [390, 390],
        tops,
        small: [],
        outside: [],
        hidden: 0,
        dim: 0,
        drawing: 350,
      });
      expect(layout.height).toBeGreaterThan(80);
    }));

  test('passes the accessibility rules, and keeps dark slides dark', () =>
    onTelephone('', async (page) => {
      expect(await accessibilityFaults(page, 'html')).toEqual([]);
      const ground = await page.$eval('#code', (slide) => getComputedStyle(slide).backgroundColor);
      const ink = await page.$eval('#code h2', (heading) => getComputedStyle(heading).color);
      expect([ground, ink]).toEqual(['rgb(20, 24, 31)', 'rgb(236, 233, 225)']);
    }));

  test('shows in a sheet from below what a claim rests on, and the claim above it', () =>
    onTelephone('#/claims', async (page) => {
      await page.click('#claims li .pm');
      await page.waitForSelector('.evidence-panel mark');
      const [sheet, claim] = await page.evaluate(() =>
        ['.evidence-panel', '#claims li'].map((selector) => {
          const { left, top, right, bottom } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return { left, top, right, bottom };
        }),
      );
      expect(sheet).toMatchObject({ left: 0, right: 390, bottom: 844 });
      expect(claim?.bottom).toBeLessThanOrEqual(sheet?.top ?? 0);
      expect(await page.$eval('.evidence-panel dd', (cell) => cell.textContent)).toContain('official');
      await page.click('.evidence-panel .close');
      expect(await page.$('.evidence-panel')).toBeNull();
    }));

  test('shows a drawing at its own size, to move about in', () =>
    onTelephone('#/drawing', async (page) => {
      await page.click('.drawing');
      await page.waitForSelector('dialog.zoom[open]');
      const room = await page.$eval('dialog.zoom', ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(room).toBeGreaterThan(500);
      await page.$eval('dialog.zoom', (dialog) => dialog.scrollTo(200, 0));
      expect(await page.$eval('dialog.zoom', ({ scrollLeft }) => scrollLeft)).toBe(200);
      expect(await accessibilityFaults(page, 'dialog.zoom')).toEqual([]);
      await page.click('dialog.zoom > button');
      expect(await page.$('dialog.zoom')).toBeNull();
    }));

  test('keeps the place in the address, follows links, and turns into the stage and back at the same slide', () =>
    opened.withPage('', async (page) => {
      await showSlide(page, 'table');
      await page.setViewport(telephone);
      await page.waitForSelector('html.flow');
      await waitForPlace(page, 'table');
      await page.evaluate(() => document.querySelector<HTMLElement>('#claims a[href="#code"]')?.click());
      await waitForPlace(page, 'code');
      await page.evaluate(() => document.getElementById('drawing')?.scrollIntoView());
      await waitForPlace(page, 'drawing');
      await page.setViewport({ width: 844, height: 390 });
      await page.waitForFunction(() => globalThis.deck?.isReady() && deck.getCurrentSlide().id === 'drawing');
      await page.setViewport(telephone);
      await page.waitForSelector('html.flow');
      await waitForPlace(page, 'drawing');
      const top = await page.$eval('#drawing', (slide) => Math.abs(slide.getBoundingClientRect().top));
      expect(top).toBeLessThan(844 / 2);
    }));

  test("stays a stage in the speaker's previews and in the print view, however small", () =>
    opened.withPage('?view=print', async (page) => {
      await page.setViewport(telephone);
      const preview = await page.evaluateHandle(async () => {
        const frame = document.createElement('iframe');
        frame.width = '400';
        frame.src = `${location.pathname}?receiver`;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.appendChild(frame);
        await loaded;
        return frame;
      });
      const frame = await preview.contentFrame();
      await frame.waitForFunction(() => globalThis.deck?.isReady());
      expect([await page.$('html.flow'), await frame.$('html.flow')]).toEqual([null, null]);
    }));
});
