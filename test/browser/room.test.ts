import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Drawings } from '../../src/model.js';
import { deckOf, harbourSources } from '../support/evidence.js';
import { type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const slide = (id: string): string => `## Slide ${id} {#${id}}\n\nWords [@lecturer]`;
const text = [
  '# The first {#first}',
  '# One {#one layout=section}',
  ...['a', 'b', 'c', 'd', 'e'].map(slide),
  '# Two {#two layout=section}',
  slide('f'),
  [slide('g'), slide('h')].join('\n\n----\n\n'),
  '## Drawn {#drawn}\n\n```mermaid {#built alt="Two boxes" cite="ilvesson2021, ¶2, \'share their ice reports\'"}\nflowchart LR\n a\n```',
].join('\n\n---\n\n');
const svg =
  '<svg viewBox="0 0 400 100"><rect width="400" height="100" fill="none"/><text x="20" y="50" font-size="22"><tspan>Ports</tspan><tspan id="mark" dx="9">¶2</tspan></text></svg>';
const drawings: Drawings = {
  byId: new Map([['built', { svg, width: 400, height: 100, smallestLabel: 22 }]]),
  diagnostics: [],
};

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { references: deckOf('').references, sources: harbourSources, drawings });
});
afterAll(() => opened.close());

const current = (page: Page): Promise<string> => page.evaluate(() => deck.getCurrentSlide().id);

describe('a number in the address', () => {
  test('alone is the number that stands on a slide, when the deck opens and when it is typed', () =>
    opened.withPage('#/4', async (page) => {
      const shown = (): Promise<string | undefined> =>
        page.$eval('section.present', (section) => section.querySelector('.number')?.textContent ?? undefined);
      expect([await current(page), await shown()]).toEqual(['b', '4']);
      await page.evaluate(() => {
        location.hash = '#/7';
      });
      await page.waitForFunction(() => deck.getCurrentSlide().id === 'e');
      expect(await shown()).toBe('7');
    }));

  test('that no slide has stays Reveal’s', () =>
    opened.withPage('#/2/0', async (page) => {
      expect(await current(page)).toBe('a');
    }));
});

test('what is for the pointer fades while it rests, at once on a black screen, and comes back with it', () =>
  opened.withPage('#/a', async (page) => {
    const opacity = (selector: string): Promise<string> =>
      page.$eval(selector, (element) => getComputedStyle(element).opacity);
    const fades = (selector: string, to: string): Promise<unknown> =>
      page.waitForFunction(
        (one, wanted) => getComputedStyle(document.querySelector(one) ?? document.body).opacity === wanted,
        {},
        selector,
        to,
      );
    await page.mouse.move(300, 300);
    expect(await opacity('.controls')).toBe('1');
    await fades('.controls', '0');
    await page.mouse.move(310, 300);
    await fades('.controls', '1');
    await page.keyboard.press('b');
    await fades('.resume-button', '0');
    await page.mouse.move(320, 300);
    await fades('.resume-button', '1');
  }));

test('the overview is a grid with each part on a row of its own, in which up and down go from row to row', () =>
  opened.withPage('#/c', async (page) => {
    await page.keyboard.press('o');
    await page.waitForFunction(() => deck.isOverview());
    const places = await page.$$eval('.slides section:not(.stack)', (sections) => {
      const boxes = sections.map((section) => section.getBoundingClientRect());
      const lefts = [...new Set(boxes.map(({ left }) => Math.round(left)))].sort((a, b) => a - b);
      const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))].sort((a, b) => a - b);
      const inWindow = boxes.every(
        ({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      );
      return [
        inWindow,
        ...boxes.map(({ left, top }) => `${lefts.indexOf(Math.round(left))}/${tops.indexOf(Math.round(top))}`),
      ];
    });
    expect(places).toEqual([true, '0/0', '0/1', '1/1', '2/1', '3/1', '4/1', '0/2', '0/3', '1/3', '2/3', '3/3', '4/3']);
    await page.keyboard.press('ArrowDown');
    expect(await current(page)).toBe('e');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !deck.isOverview());
    expect(await current(page)).toBe('f');
    await page.keyboard.press('o');
    const passed: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'k'] as const) {
      await page.keyboard.press(key);
      passed.push(await current(page));
    }
    expect(passed).toEqual(['g', 'h', 'drawn', 'drawn', 'h', 'e']);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !deck.isOverview());
    expect(await page.$eval('section.present', (section) => section.getBoundingClientRect().width)).toBeGreaterThan(
      600,
    );
  }));

test('a click on a mark within a drawing opens the panel, one beside it the drawing', () =>
  opened.withPage('', async (page) => {
    await showSlide(page, 'drawn');
    await page.click('#mark');
    await page.waitForSelector('#drawn .evidence-panel');
    expect(await page.$('dialog[open]')).toBeNull();
    await page.keyboard.press('Escape');
    const { x, y } = await page.$eval('#drawn rect', (rect) => {
      const box = rect.getBoundingClientRect();
      return { x: box.right - 20, y: box.top + 20 };
    });
    await page.mouse.click(x, y);
    await page.waitForSelector('dialog[open].zoom');
    expect(await page.$('.evidence-panel')).toBeNull();
  }));

test('a tablet held upright gets the flowing page, across the stage', () =>
  opened.withPage('#/a', async (page) => {
    await page.setViewport({ width: 820, height: 1180 });
    await page.waitForSelector('html.flow');
    await page.setViewport({ width: 1180, height: 820 });
    await page.waitForSelector('html:not(.flow) .reveal.ready');
    await page.setViewport({ width: 820, height: 600 });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await page.$('html.flow')).toBeNull();
  }));
