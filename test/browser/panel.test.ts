import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckOf, harbourSources } from '../support/evidence.js';
import { accessibilityFaults, type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';
import { withSpeaker } from '../support/speaker.js';

const text = `---
title: Ports
embedSources: true
---
# Ports

By nobody

---

## Kalvik bets on slower ships and better warning {#bet}

- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]
- Each month 240–260 ships call [@ilvesson2021, ¶3]
- A warning is cheaper than a repair [@inference]

. . .

A guide is given away [@ilvesson2021, ¶5, "a short guide in three languages"]

---

<!-- .slide: data-background-color="#14181f" -->

## Both speakers promise little [@ilvesson2021, ¶6, "remains to be seen"] {#dark}

Text [@ilvesson2021, ¶6, "a habit that must grow"]

---

## The port at work {#work}

\`\`\`mermaid {#flow cite="ilvesson2021, ¶2, 'share their ice reports'" alt="Ports report to Kalvik"}
flowchart LR
  ports[Ports] --> kalvik[Kalvik]
\`\`\`
`;
const svg = '<svg viewBox="0 0 400 100"><rect width="400" height="100"/></svg>';
const drawings = { byId: new Map([['flow', { svg, width: 400, height: 100, smallestLabel: 20 }]]), diagnostics: [] };
let opened: OpenedDeck;

beforeAll(async () => {
  const { references } = deckOf('');
  opened = await openDeck(text, { references, drawings, sources: harbourSources });
});
afterAll(() => opened.close());

/** What the panel shows: the claim, and which of how many. */
const shown = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('.evidence-panel');
    if (panel === null) return undefined;
    const [claim] = [...panel.querySelectorAll('dd')].map((cell) => cell.textContent);
    return `${panel.querySelector('.steps > span')?.textContent}: ${claim}`;
  });

const where = (page: Page): Promise<string> =>
  page.evaluate(() => `${deck.getCurrentSlide().id}${deck.isOverview() ? ' in the overview' : ''}`);

/** The box of an element, px of the window. */
const box = (page: Page, selector: string): Promise<{ left: number; top: number; width: number; height: number }> =>
  page.$eval(selector, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });

describe('the evidence panel', () => {
  test('opens from a mark by Tab and Enter, takes the focus, and gives it back before Escape means anything else', () =>
    opened.withPage('#/bet', async (page) => {
      const focused = (): Promise<string | null | undefined> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('source: Ilvesson 2021, paragraph 2');
      await page.keyboard.press('Enter');
      expect(await shown(page)).toBe('2 of 4: Rautio praises “our cheapest insurance”');
      expect(await focused()).toBe('Evidence');
      await page.keyboard.press('Escape');
      expect(await shown(page)).toBeUndefined();
      expect(await focused()).toBe('source: Ilvesson 2021, paragraph 2');
      expect(await where(page)).toBe('bet');
    }));

  test('goes from claim to claim with e, arrows, letters and clicks, and stays on the slide', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('e');
      expect(await shown(page)).toBe('1 of 4: Kalvik bets on slower ships and better warning');
      for (const key of ['ArrowDown', 'j'] satisfies KeyInput[]) await page.keyboard.press(key);
      expect(await shown(page)).toBe('3 of 4: Each month 240–260 ships call');
      for (const key of ['k', 'ArrowUp', 'ArrowUp'] satisfies KeyInput[]) await page.keyboard.press(key);
      expect(await shown(page)).toBe('4 of 4: A warning is cheaper than a repair');
      await page.click('#bet li:nth-child(2)', { offset: { x: 40, y: 20 } });
      expect(await shown(page)).toBe('3 of 4: Each month 240–260 ships call');
      await page.click('.evidence-panel [aria-label="previous claim"]');
      expect(await shown(page)).toMatch(/^2 of 4/);
      await page.keyboard.press('Space');
      expect(await shown(page)).toMatch(/^1 of 4/);
      expect(await where(page)).toBe('bet');
      await page.keyboard.press('e');
      expect(await shown(page)).toBeUndefined();
    }));

  test('lists what is shown by now, and closes when the slide goes on', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('e');
      await page.keyboard.press('ArrowRight');
      expect(await shown(page)).toBeUndefined();
      await page.click('#bet .pause .pm');
      expect(await shown(page)).toBe('5 of 5: A guide is given away');
      await page.keyboard.press('ArrowRight');
      expect(await shown(page)).toBeUndefined();
      expect(await where(page)).toBe('dark');
    }));

  test('gives way to the overview, and to a diagram that is enlarged', () =>
    opened.withPage('#/work', async (page) => {
      await page.keyboard.press('e');
      await page.keyboard.press('j');
      expect(await shown(page)).toBe('2 of 2: Ports report to Kalvik');
      await page.keyboard.press('z');
      expect(await page.$('dialog.zoom')).not.toBeNull();
      await page.keyboard.press('e');
      expect(await shown(page)).toBeUndefined();
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await page.keyboard.press('o');
      expect(await shown(page)).toBeUndefined();
      expect(await where(page)).toBe('work in the overview');
    }));

  for (const [width, height, scale] of [
    [1280, 720, 1],
    [1920, 1080, 1.5],
    [960, 900, 0.75],
  ] as const) {
    test(`begins in the middle of the stage and grows with it: ${width} × ${height}`, () =>
      opened.withPage('#/bet', async (page) => {
        await page.setViewport({ width, height });
        await page.waitForFunction((expected) => Math.abs(deck.getScale() - expected) < 0.001, {}, scale);
        await page.click('#bet li:first-child .pm');
        const top = (height - 720 * scale) / 2;
        expect(await box(page, '.evidence-panel')).toEqual({ left: width / 2, top: 0, width: width / 2, height });
        const limits = await box(page, '.evidence-panel .limits');
        expect(limits.left).toBeCloseTo(width / 2 + 48 * scale, 0);
        expect(limits.top + limits.height).toBeCloseTo(top + 688 * scale, 0);
        const bar = await box(page, '.claim-bar');
        // the slide has given way, at half its size
        expect([bar.left, bar.width]).toEqual([expect.closeTo(28 * scale, 1), expect.closeTo(3 * scale, 1)]);
        const stage = { left: 0, top: top + 180 * scale, width: 640 * scale, height: 360 * scale };
        expect(await box(page, '#bet .stage')).toEqual(stage);
        const opacity = await page.evaluate(() =>
          ['#bet h2', '#bet li:first-child', '#bet li:nth-child(2)'].map((name) => {
            const element = document.querySelector(name)?.closest('.receded, .open-claim');
            return element == null ? undefined : getComputedStyle(element).opacity;
          }),
        );
        expect(opacity).toEqual(['0.45', '1', '0.45']);
      }));
  }

  test('shows the whole paragraph with what was found in sight, and the keyboard scrolls it', () =>
    opened.withPage('#/bet', async (page) => {
      await page.click('#bet li:first-child .pm');
      const words = await box(page, '.evidence-panel .words');
      const found = await box(page, '.evidence-panel mark');
      expect(found.top).toBeGreaterThanOrEqual(words.top);
      expect(found.top + found.height).toBeLessThanOrEqual(words.top + words.height);
      const scrolled = (): Promise<number> => page.$eval('.evidence-panel .words', (element) => element.scrollTop);
      const before = await scrolled();
      expect(before).toBeGreaterThan(0);
      await page.focus('.evidence-panel .words');
      await page.keyboard.press('ArrowUp');
      await page.waitForFunction(
        (top) => (document.querySelector('.evidence-panel .words')?.scrollTop ?? top) < top,
        {},
        before,
      );
      expect(await shown(page)).toMatch(/^2 of 4/);
    }));

  test('is a sheet from below in a narrow window', () =>
    opened.withPage('#/bet', async (page) => {
      await page.setViewport({ width: 500, height: 900 });
      // The deck starts anew, as a page to scroll.
      await page.waitForFunction(
        () => document.readyState === 'complete' && document.querySelector('html.flow') !== null,
      );
      await page.keyboard.press('e');
      const sheet = await box(page, '.evidence-panel');
      expect([sheet.left, sheet.width, sheet.top + sheet.height]).toEqual([0, 500, 900]);
      const size = await page.$eval('.evidence-panel dd', (cell) => getComputedStyle(cell).fontSize);
      expect(size).toBe('18px');
      expect(await page.$eval('.evidence-panel .close', (button) => (button as HTMLElement).innerText)).toBe('Close');
      await page.click('.evidence-panel .close');
      expect(await shown(page)).toBeUndefined();
    }));

  test('is a dialog that a screen reader can read, in the colours of its slide', () =>
    opened.withPage('', async (page) => {
      const grounds: string[] = [];
      for (const id of ['bet', 'dark', 'work']) {
        await showSlide(page, id);
        expect(await accessibilityFaults(page), id).toEqual([]);
        await page.keyboard.press('e');
        await page.keyboard.press('j');
        expect(await accessibilityFaults(page, '.evidence-panel'), id).toEqual([]);
        grounds.push(await page.$eval('.evidence-panel', (panel) => getComputedStyle(panel).backgroundColor));
        await page.keyboard.press('e');
      }
      expect(grounds).toEqual(['rgb(241, 238, 230)', 'rgb(31, 37, 47)', 'rgb(241, 238, 230)']);
      await showSlide(page, 'bet');
      await page.keyboard.press('e');
      const tree = await page.accessibility.snapshot({ interestingOnly: true });
      expect(JSON.stringify(tree)).toMatch(/"role":"dialog"[^}]*"name":"Evidence"/);
    }));

  test('opens on a slide that was put in place of another', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('e');
      await page.evaluate(() => {
        const slide = document.getElementById('bet');
        const state = deck.getState();
        const holder = document.createElement('template');
        const template = slide?.querySelector('template')?.outerHTML ?? '';
        holder.innerHTML = `<section id="bet" data-layout="text"><div class="stage"><div class="body"><p data-claim="1">Anew <span class="marks"><button type="button" class="pm" data-claim="1">¶2</button></span></p></div></div>${template}</section>`;
        slide?.replaceWith(holder.content);
        deck.sync();
        deck.setState(state);
      });
      expect(await shown(page)).toBeUndefined();
      await page.click('#bet .pm');
      expect(await shown(page)).toMatch(/^1 of 1/);
      await page.keyboard.press('Escape');
      expect(await where(page)).toBe('bet');
    }));

  test('opens from the speaker view, there and before the audience', () =>
    opened.withPage('#/bet', (page) =>
      withSpeaker(page, async ({ speaker, current }) => {
        await speaker.keyboard.press('e');
        await page.waitForSelector('.evidence-panel');
        await current.waitForSelector('.evidence-panel');
        await speaker.keyboard.press('j');
        for (const window of [page, current])
          await window.waitForFunction(() => document.querySelector('.steps > span')?.textContent === '2 of 4');
        await speaker.keyboard.press('Escape');
        for (const window of [page, current])
          await window.waitForFunction(() => document.querySelector('.evidence-panel') === null);
        expect(await where(page)).toBe('bet');
      }),
    ));

  test('is not in print', () =>
    opened.withPage('?view=print', async (page) => {
      await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length === 4);
      await page.keyboard.press('e');
      expect(await shown(page)).toBeUndefined();
      expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Checked|wording/);
    }));
});
