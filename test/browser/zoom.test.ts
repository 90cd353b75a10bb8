import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const text = `---
title: Zoom
---
# A title

By nobody

---

## Two diagrams {#two}

\`\`\`mermaid {#first alt="NATO and Belarus"}
flowchart LR
  nato[NATO]:::nato --> belarus[Belarus]
  %% step
  belarus --> russia[Russia]
\`\`\`

\`\`\`mermaid {#second alt="A link"}
flowchart LR
  linked[Linked] --> other
  click linked href "https://example.org/"
\`\`\`

---

<!-- .slide: data-background-color="#14181f" -->

## In the dark {#dark}

\`\`\`mermaid {#third alt="One box"}
flowchart LR
  one
\`\`\`

---

## Without {#without}

Words only
`;

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text);
});
afterAll(() => opened.close());

/** What stands over the page: its name, where its drawing lies in the window, and what of it is seen. */
const zoomed = (page: Page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    const svg = dialog?.querySelector('svg');
    const { left = 0, top = 0, width = 0, height = 0 } = dialog?.getBoundingClientRect() ?? {};
    return dialog === null
      ? undefined
      : {
          name: dialog.getAttribute('aria-label'),
          place: [left, top, width, height],
          viewBox: svg?.getAttribute('viewBox'),
        };
  });
const focusOn = (page: Page, selector: string): Promise<void> =>
  page.evaluate((selected) => document.querySelector<HTMLElement>(selected)?.focus(), selector);
const focus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('figure')?.id);

describe('a diagram is enlarged', () => {
  test('by z: the first of the slide, over the whole window, and Escape closes it and opens nothing', () =>
    opened.withPage('#/two', async (page) => {
      await page.keyboard.press('z');
      expect(await zoomed(page)).toMatchObject({ name: 'NATO and Belarus', place: [0, 0, 1280, 720] });
      await page.keyboard.press('Escape');
      expect(await zoomed(page)).toBeUndefined();
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => deck.isOverview())).toBe(false);
    }));

  test('by z: the one that has the focus, which comes back to it', () =>
    opened.withPage('#/two', async (page) => {
      await focusOn(page, '#second button');
      await page.keyboard.press('z');
      expect(await zoomed(page)).toMatchObject({ name: 'A link' });
      await page.keyboard.press('z');
      expect(await zoomed(page)).toBeUndefined();
      expect(await focus(page)).toBe('second');
    }));

  test.each(['Enter', 'Space'] as const)('by %s, and the slide stays', (key) =>
    opened.withPage('#/two', async (page) => {
      await focusOn(page, '#second button');
      await page.keyboard.press(key);
      expect(await zoomed(page)).toMatchObject({ name: 'A link' });
      expect(await page.evaluate(() => deck.getIndices())).toMatchObject({ h: 1, f: -1 });
    }),
  );

  test('by a click, and closed by one', () =>
    opened.withPage('#/two', async (page) => {
      await page.click('#first .drawing');
      expect(await zoomed(page)).toMatchObject({ name: 'NATO and Belarus' });
      await page.mouse.click(40, 40);
      expect(await zoomed(page)).toBeUndefined();
    }));

  test('by nothing where there is none', () =>
    opened.withPage('#/without', async (page) => {
      await page.keyboard.press('z');
      expect(await zoomed(page)).toBeUndefined();
    }));
});

describe('an enlarged diagram', () => {
  test('is moved and scaled by keys, and stays on its slide', () =>
    opened.withPage('#/two', async (page) => {
      await page.keyboard.press('z');
      const whole = (await zoomed(page))?.viewBox ?? '';
      const [x = 0, , width = 0] = whole.split(' ').map(Number);
      await page.keyboard.press('+');
      await page.keyboard.press('ArrowRight');
      const [movedX = 0, , movedWidth = 0] = ((await zoomed(page))?.viewBox ?? '').split(' ').map(Number);
      expect(movedWidth).toBeCloseTo(width / 1.25);
      expect(movedX).toBeCloseTo(x + width * 0.1 + (width / 1.25) * 0.125);
      await page.keyboard.press('-');
      expect((await zoomed(page))?.viewBox).toBe(whole);
      for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowLeft');
      expect(Number((await zoomed(page))?.viewBox?.split(' ')[0])).toBeCloseTo(x - width / 2);
      await page.keyboard.press('0');
      expect((await zoomed(page))?.viewBox).toBe(whole);
      expect(await page.evaluate(() => deck.getIndices())).toMatchObject({ h: 1, f: -1 });
    }));

  test('goes through its steps, and gives way to the next slide', () =>
    opened.withPage('#/two', async (page) => {
      const hidden = (): Promise<number> =>
        page.evaluate(() => document.querySelectorAll('dialog .fragment:not(.visible)').length);
      await page.keyboard.press('z');
      expect(await hidden()).toBeGreaterThan(0);
      await page.keyboard.press('n');
      expect(await hidden()).toBe(0);
      await page.keyboard.press('n');
      expect(await zoomed(page)).toBeUndefined();
      expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('dark');
    }));

  test('gives way to the pause', () =>
    opened.withPage('#/two', async (page) => {
      await page.keyboard.press('z');
      await page.keyboard.press('b');
      expect(await zoomed(page)).toBeUndefined();
      expect(await page.evaluate(() => deck.isPaused())).toBe(true);
    }));

  test('keeps the colours of a dark slide', () =>
    opened.withPage('#/dark', async (page) => {
      await page.keyboard.press('z');
      const ground = await page.$eval('dialog', (dialog) => getComputedStyle(dialog).backgroundColor);
      expect(ground).toBe('rgb(20, 24, 31)');
    }));

  test('passes the accessibility rules, and so does the slide it is opened from', () =>
    opened.withPage('', async (page) => {
      for (const id of ['two', 'dark']) {
        await showSlide(page, id);
        expect(await accessibilityFaults(page), id).toEqual([]);
        await page.keyboard.press('z');
        expect(await accessibilityFaults(page, 'dialog'), id).toEqual([]);
        await page.keyboard.press('Escape');
      }
    }));
});

test('on paper a diagram is a picture', () =>
  opened.withPage('?view=print', async (page) => {
    await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length === 4);
    const roles = await page.$$eval('.drawing', (drawings) => drawings.map((drawing) => drawing.getAttribute('role')));
    expect(new Set(roles)).toEqual(new Set(['img']));
    expect(await page.$$('.unseen, .enlargeable')).toEqual([]);
  }));

test('drawings are laid out anew when the window gets another size', () =>
  opened.withPage('', async (page) => {
    await showSlide(page, 'two');
    await page.evaluate(() => {
      const seen = (): void => document.documentElement.setAttribute('data-redrawn', '');
      const first = document.querySelector('#first svg');
      if (first !== null) new MutationObserver(seen).observe(first, { attributes: true, attributeFilter: ['style'] });
    });
    await page.setViewport({ width: 1920, height: 1080 });
    await page.waitForSelector('[data-redrawn] #first svg:not([style*="none"])');
  }));
