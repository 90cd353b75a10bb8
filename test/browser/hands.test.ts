import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { withSpeaker } from '../support/speaker.js';

const text = `---
title: Ports
minutes: 10
---
# Ports {#title minutes=2}

Note:
Welcome.

---

# Ice {#ice layout=section minutes=1}

---

## Kalvik bets on slower ships {#bet minutes=3}

::: incremental
- A first word [@lecturer]
- A second lighthouse [@inference]
:::

| port | ships |
|---|---|
| Kalvik | 12 |
| Norrhamn | 7 |

Note:
Say who pays.

---

# Work {#work layout=section}

---

## The port at work {#flow minutes=4}

\`\`\`mermaid {#ports alt="Ports report to Kalvik"}
flowchart LR
  ports[Ports] --> kalvik[Kalvik]
\`\`\`
`;
const svg =
  '<svg viewBox="0 0 400 100"><g class="node"><rect width="100" height="100"/></g><g class="node"><rect x="300" width="100" height="100"/></g></svg>';
const drawings = { byId: new Map([['ports', { svg, width: 400, height: 100, smallestLabel: 20 }]]), diagnostics: [] };
let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { drawings });
});
afterAll(() => opened.close());

type Place = readonly [x: number, y: number];

/** Where something stands on the stage, px of 1280 × 720: its middle, as the slide in that window is shown. */
const onStage = (page: Page | Frame, selector: string, stage: string): Promise<Place | undefined> =>
  page.evaluate(
    (what, of) => {
      const element = document.querySelector(what);
      const shown = document.querySelector(of)?.getBoundingClientRect();
      if (element === null || shown === undefined || element.closest('[hidden]') !== null) return undefined;
      const { left, top, width, height } = element.getBoundingClientRect();
      const scale = 1280 / shown.width;
      return [(left + width / 2 - shown.left) * scale, (top + height / 2 - shown.top) * scale] as const;
    },
    selector,
    stage,
  );
const inDeck = (page: Page, selector: string): Promise<Place | undefined> => onStage(page, selector, '.reveal .slides');
const inSpeaker = (page: Page, selector: string): Promise<Place | undefined> => onStage(page, selector, '.now iframe');
/** Waits until something stands at the same place in both windows. */
async function agree(page: Page, speaker: Page, selector: string): Promise<void> {
  await expect.poll(async () => isNear(await inDeck(page, selector), await inSpeaker(speaker, selector))).toBe(true);
}
const isNear = (one: Place | undefined, other: Place | undefined, px = 2): boolean =>
  one !== undefined && other !== undefined && Math.hypot(one[0] - other[0], one[1] - other[1]) <= px;

/** The middle of the speaker's slide, moved by a share of its width and height. */
async function inFrame(speaker: Page, x: number, y: number): Promise<Place> {
  const box = await (await speaker.waitForSelector('.now .screen'))?.boundingBox();
  if (box == null) throw new Error('the speaker sees no slide');
  return [box.x + box.width * x, box.y + box.height * y];
}
const strokes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelectorAll('.ink path').length +
      Number(document.querySelector<HTMLElement>('canvas.hands')?.dataset.strokes ?? 0),
  );
async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 20, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}
const until = (page: Page | Frame, seen: () => boolean): Promise<unknown> => page.waitForFunction(seen);
const hasStrokes = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      document.querySelectorAll('.ink path').length +
        Number(document.querySelector<HTMLElement>('canvas.hands')?.dataset.strokes ?? 0) ===
      wanted,
    {},
    count,
  );

describe.each([
  { width: 1280, height: 720 },
  { width: 1000, height: 800 },
  { width: 1920, height: 1080 },
])('in a deck window of $width × $height', (size) => {
  const show = (use: (page: Page, speaker: Page) => Promise<void>, at = '#/bet'): Promise<void> =>
    opened.withPage(at, async (page) => {
      await page.setViewport(size);
      await withSpeaker(page, async ({ speaker }) => {
        await speaker.setViewport({ width: 1100, height: 760 });
        await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.includes('Slide'));
        await use(page, speaker);
      });
    });

  test('x shows a spot in both windows at the same place, and lets go without a trace', () =>
    show(async (page, speaker) => {
      await page.bringToFront();
      await page.mouse.move(size.width * 0.3, size.height * 0.4);
      await page.keyboard.down('x');
      await page.mouse.move(size.width * 0.31, size.height * 0.42);
      await until(speaker, () => document.querySelector('.spot:not([hidden])') !== null);
      await until(page, () => document.querySelector('.spot:not([hidden])') !== null);
      await agree(page, speaker, '.spot circle');
      await page.keyboard.up('x');
      await until(speaker, () => document.querySelector('.spot[hidden]') !== null);
      expect(await inDeck(page, '.spot circle')).toBeUndefined();
    }));

  test('the mouse button on the speaker’s slide does the same', () =>
    show(async (page, speaker) => {
      await speaker.bringToFront();
      await speaker.mouse.move(...(await inFrame(speaker, 0.25, 0.5)));
      await speaker.mouse.down();
      await until(page, () => document.querySelector('.spot:not([hidden])') !== null);
      expect(isNear(await inDeck(page, '.spot circle'), [320, 360])).toBe(true);
      await speaker.mouse.up();
      await until(page, () => document.querySelector('.spot[hidden]') !== null);
    }));

  test('what is drawn in either window is drawn in both', () =>
    show(async (page, speaker) => {
      await page.bringToFront();
      await page.keyboard.press('d');
      await until(speaker, () => document.querySelector('[data-pen][aria-pressed="true"]') !== null);
      await drag(page, [size.width * 0.2, size.height * 0.5], [size.width * 0.5, size.height * 0.55]);
      await hasStrokes(speaker, 1);
      await agree(page, speaker, '.ink path');
      await speaker.bringToFront();
      await drag(speaker, await inFrame(speaker, 0.6, 0.3), await inFrame(speaker, 0.8, 0.35));
      await hasStrokes(page, 2);
      const last = '.ink path:last-child';
      await agree(page, speaker, last);
      await speaker.keyboard.press('d');
      await until(page, () => document.querySelector('.drawing-now') === null);
    }));

  test('a block that is clicked with Alt is in the light in both windows', () =>
    show(async (page, speaker) => {
      const row = await (await page.waitForSelector('.slides section.present td'))?.boundingBox();
      if (row == null) throw new Error('no row');
      await page.bringToFront();
      await page.keyboard.down('Alt');
      await page.mouse.click(row.x + 5, row.y + row.height / 2);
      await page.keyboard.up('Alt');
      const hole = (one: Page): Promise<string | null | undefined> =>
        one.evaluate(() => document.querySelector('.dark:not([hidden])')?.getAttribute('d'));
      await until(speaker, () => document.querySelector('.dark:not([hidden])') !== null);
      expect(await hole(page)).toBe(await hole(speaker));
      await page.keyboard.press('Escape');
      await until(speaker, () => document.querySelector('.dark[hidden]') !== null);
      expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('bet');
    }));
});

describe('the pen', () => {
  test('keeps strokes by slide and step, undoes, clears and brings back', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('d');
      await drag(page, [200, 300], [400, 320]);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('Digit2');
      await drag(page, [200, 400], [400, 420]);
      expect(await strokes(page)).toBe(2);
      await page.keyboard.press('PageUp');
      expect(await strokes(page)).toBe(1);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('Backspace');
      expect(await strokes(page)).toBe(1);
      await drag(page, [600, 400], [700, 420]);
      await page.keyboard.press('Delete');
      expect(await strokes(page)).toBe(0);
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      expect(await strokes(page)).toBe(2);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('PageDown');
      expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('work');
      expect(await strokes(page)).toBe(0);
      await page.keyboard.press('PageUp');
      expect(await strokes(page)).toBe(2);
    }));

  test('draws straight with Shift, and in three colours', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('d');
      const fills: (string | null)[] = [];
      for (const key of ['Digit1', 'Digit2', 'Digit3'] as const) {
        await page.keyboard.press(key);
        await drag(page, [200, 500], [600, 520]);
        fills.push(await page.$eval('.ink path:last-child', (path) => path.getAttribute('fill')));
      }
      expect(new Set(fills).size).toBe(3);
      const height = (): Promise<number> =>
        page.$eval('.ink path:last-child', (path) => path.getBoundingClientRect().height);
      expect(await height()).toBeGreaterThan(20);
      await page.keyboard.down('Shift');
      await drag(page, [200, 600], [600, 600]);
      await page.keyboard.up('Shift');
      expect(await height()).toBeLessThan(14);
    }));

  test('is thicker where a pen is pressed, and draws under a finger', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('d');
      const thickness = (pointerType: string, pressure: number): Promise<number> =>
        page.evaluate(
          (type, how) => {
            const root = document.querySelector<HTMLElement>('.reveal');
            if (root === null) throw new Error('no deck');
            // No pointer of the test is pressed, so that none can be captured.
            root.setPointerCapture = () => undefined;
            const send = (name: string, clientX: number): boolean =>
              root.dispatchEvent(
                new PointerEvent(name, {
                  pointerId: 9,
                  pointerType: type,
                  pressure: how,
                  clientX,
                  clientY: 500,
                  bubbles: true,
                  cancelable: true,
                }),
              );
            send('pointerdown', 200);
            for (let x = 220; x < 600; x += 20) send('pointermove', x);
            send('pointerup', 600);
            return document.querySelector('.ink path:last-child')?.getBoundingClientRect().height ?? 0;
          },
          pointerType,
          pressure,
        );
      const [light, firm, finger] = [
        await thickness('pen', 0.1),
        await thickness('pen', 0.9),
        await thickness('touch', 0.5),
      ];
      expect([light < finger, finger < firm, light > 0]).toEqual([true, true, true]);
    }));

  test('is seen in two speaker views, and on a page at 150 %', () =>
    opened.withPage('#/bet', async (page) => {
      await page.setViewport({ width: 853, height: 480, deviceScaleFactor: 1.5 });
      await withSpeaker(page, async ({ speaker }) => {
        const opening = new Promise<Page | null>((resolve) => page.once('popup', resolve));
        await page.evaluate((address) => void open(address, '', 'popup,width=900,height=600'), speaker.url());
        const other = await opening;
        if (other === null) throw new Error('no second view');
        await page.bringToFront();
        await page.keyboard.press('d');
        await drag(page, [200, 300], [400, 320]);
        await hasStrokes(speaker, 1);
        await hasStrokes(other, 1);
        await agree(page, speaker, '.ink path');
        await other.bringToFront();
        await other.keyboard.press('Backspace');
        await hasStrokes(page, 0);
        await hasStrokes(speaker, 0);
        await other.close();
      });
    }));

  test('stays through a reload of the deck, and comes back from the speaker’s window to a deck opened anew', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('d');
      await drag(page, [200, 300], [400, 320]);
      await page.reload();
      await page.waitForSelector('.reveal.ready');
      expect(await strokes(page)).toBe(1);
      await withSpeaker(page, async ({ speaker }) => {
        await hasStrokes(speaker, 1);
        await speaker.reload();
        await hasStrokes(speaker, 1);
        await page.evaluate(() => {
          addEventListener('pagehide', () => sessionStorage.clear());
        });
        await page.reload();
        await hasStrokes(page, 1);
      });
    }));

  test('is read by a screen reader, and is no key while a list is open', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('g');
      await page.keyboard.type('dx');
      expect(await page.$('.drawing-now')).toBeNull();
      await page.keyboard.press('Escape');
      await page.keyboard.press('d');
      expect(await page.$eval('.aria-status', (status) => status.textContent)).toBe('The pen is in your hand.');
      expect(await accessibilityFaults(page, '.pen-tools')).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.$('.drawing-now')).toBeNull();
    }));

  test('goes on when a window closes while something is drawn in it', () =>
    opened.withPage('#/bet', async (page) => {
      await withSpeaker(page, async ({ speaker }) => {
        await page.keyboard.press('d');
        await until(speaker, () => document.querySelector('[data-pen][aria-pressed="true"]') !== null);
        await speaker.bringToFront();
        await speaker.mouse.move(...(await inFrame(speaker, 0.3, 0.3)));
        await speaker.mouse.down();
        await speaker.mouse.move(...(await inFrame(speaker, 0.5, 0.5)), { steps: 5 });
        await hasStrokes(page, 1);
      });
      await page.bringToFront();
      await drag(page, [200, 600], [600, 600]);
      expect(await strokes(page)).toBe(2);
    }));

  test('undoes and moves on after 5,000 strokes', () =>
    opened.withPage('#/bet', async (page) => {
      await page.evaluateOnNewDocument(() => {
        // A first point and sixty others, each by what it differs in from the one before, tenths of px.
        const rest = Array.from({ length: 60 }, (_, at) => `30 ${((at % 5) - 2) * 13}`).join(',');
        const strokes = Array.from({ length: 5000 }, (_, at) => ({
          id: String(at),
          slide: 'bet',
          step: 0,
          colour: at % 3,
          points: `${(at % 100) * 100} ${Math.floor(at / 100) * 120},${rest}`,
        }));
        sessionStorage.setItem(`speaker-ink ${location.pathname}`, JSON.stringify({ version: 5000, strokes }));
      });
      for (const _ of ['the first time', 'again']) {
        await page.reload();
        await page.waitForSelector('.reveal.ready');
        await hasStrokes(page, 5000);
      }
      await page.keyboard.press('d');
      await page.evaluate(() => {
        const press = (key: string, keyCode: number): boolean =>
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
        for (const [key, code] of [
          ['Backspace', 8],
          ['Backspace', 8],
          ['PageDown', 34],
          ['PageUp', 33],
        ] as const)
          press(key, code);
      });
      await hasStrokes(page, 4998);
      await page.evaluate(() => {
        for (let times = 0; times < 300; times++)
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Backspace', keyCode: 8, bubbles: true, cancelable: true }),
          );
      });
      await hasStrokes(page, 4698);
      // There is always something to take back.
      await until(page, () => document.querySelectorAll('.ink path').length > 99);
      await drag(page, [200, 600], [600, 600]);
      await hasStrokes(page, 4699);
    }));
});

test('a double click brings a block near in both windows, and Escape takes it back', () =>
  opened.withPage('#/bet', async (page) => {
    await withSpeaker(page, async ({ speaker }) => {
      const cell = await (await page.waitForSelector('.slides section.present td'))?.boundingBox();
      if (cell == null) throw new Error('no cell');
      await page.bringToFront();
      await page.mouse.click(cell.x + 8, cell.y + 8, { clickCount: 2 });
      await until(page, () => document.querySelector('.reveal.near') !== null);
      await until(
        speaker,
        () => Number(document.querySelector<HTMLElement>('.now .screen')?.style.getPropertyValue('--near')) > 1,
      );
      await page.keyboard.press('Escape');
      await until(page, () => document.querySelector('.reveal.near') === null);
      await until(
        speaker,
        () => document.querySelector<HTMLElement>('.now .screen')?.style.getPropertyValue('--near') === '1',
      );
      expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('bet');
    });
  }));

test('part of a drawing comes into the light by itself, from the speaker’s window too', () =>
  opened.withPage('#/flow', async (page) => {
    await withSpeaker(page, async ({ speaker }) => {
      const node = await inDeck(page, '.drawing .node');
      if (node === undefined) throw new Error('no node');
      await speaker.bringToFront();
      await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.includes('Slide'));
      await speaker.keyboard.down('Alt');
      await speaker.mouse.click(...(await inFrame(speaker, node[0] / 1280, node[1] / 720)));
      await speaker.keyboard.up('Alt');
      await until(page, () => document.querySelector('.dark:not([hidden])') !== null);
      const hole = await page.$eval('.dark', (dark) => dark.getAttribute('d') ?? '');
      const [, x = 0, y = 0] = /ZM([\d.-]+) ([\d.-]+)v/.exec(hole)?.map(Number) ?? [];
      expect(Math.abs(x - node[0]) < 300 && Math.abs(y - node[1]) < 300).toBe(true);
    });
  }));

describe('a break', () => {
  test('is counted down over the slide, names what comes next, and lives through a reload', () =>
    opened.withPage('#/bet', async (page) => {
      await withSpeaker(page, async ({ speaker }) => {
        await page.bringToFront();
        await page.keyboard.press('PageDown');
        await until(speaker, () => document.querySelector('[data-act="stop"]:not([hidden])') !== null);
        await page.keyboard.down('Shift');
        await page.keyboard.press('b');
        await page.keyboard.up('Shift');
        expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
        await page.keyboard.type('5');
        await page.keyboard.press('Enter');
        await until(page, () =>
          /^[45]:\d\d$/.test(document.querySelector('.break:not([hidden]) .left')?.textContent ?? ''),
        );
        expect(await page.$eval('.break .after', (after) => after.textContent)).toContain('Work');
        await until(speaker, () => document.querySelector('.notice')?.textContent?.startsWith('Break') === true);
        await page.reload();
        await until(page, () =>
          /^[45]:\d\d$/.test(document.querySelector('.break:not([hidden]) .left')?.textContent ?? ''),
        );
        await page.keyboard.press('PageDown');
        await until(page, () => document.querySelector('.break[hidden]') !== null);
        expect(await page.evaluate(() => [deck.getCurrentSlide().id, deck.isPaused()])).toEqual(['bet', false]);
        // The talk's clock ran before the break, and goes on.
        await until(speaker, () => document.querySelector('[data-act="stop"]:not([hidden])') !== null);
      });
    }));

  test('and talk follow no clock that is set meanwhile', () =>
    opened.withPage('#/title', async (page) => {
      await withSpeaker(page, async ({ speaker }) => {
        await page.bringToFront();
        await page.keyboard.press('PageDown');
        await until(speaker, () => document.querySelector('[data-act="stop"]:not([hidden])') !== null);
        const setClock = (): void => {
          const { now } = Date;
          Date.now = () => now() + 3_600_000;
        };
        await page.evaluate(setClock);
        await speaker.evaluate(setClock);
        await page.keyboard.press('PageDown');
        await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.startsWith('Slide 3'));
        expect(await speaker.$eval('.elapsed b', (passed) => passed.textContent)).toMatch(/^0:[0-5]\d$/);
        expect(await speaker.$('.lost')).toBeNull();
        await page.reload();
        await page.waitForSelector('.reveal.ready');
        await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.startsWith('Slide 3'));
        expect(await speaker.$eval('.elapsed b', (passed) => passed.textContent)).toMatch(/^0:[0-5]\d$/);
      });
    }));

  test('is none of plain b', () =>
    opened.withPage('#/bet', async (page) => {
      await page.keyboard.press('b');
      expect(
        await page.evaluate(() => [deck.isPaused(), document.querySelector('.break:not([hidden])') !== null]),
      ).toEqual([true, false]);
    }));
});

describe('the speaker finds slides unseen by the room', () => {
  test('by words on them, with minutes and steps, by section', () =>
    opened.withPage('#/bet', async (page) => {
      await withSpeaker(page, async ({ speaker }) => {
        await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.includes('Slide'));
        await speaker.keyboard.press('o');
        expect(await accessibilityFaults(speaker, 'dialog')).toEqual([]);
        const rows = await speaker.$$eval('.find li', (all) => all.map((row) => row.textContent));
        expect(rows).toEqual([
          'Opening',
          '1Ports2 min',
          '1 Ice',
          '2Ice1 min',
          '3Kalvik bets on slower ships3 min · steps: 2',
          '2 Work',
          '4Work',
          '5The port at work4 min',
        ]);
        await speaker.keyboard.type('lighthouse');
        expect(await speaker.$$eval('.find [role="option"]', (all) => all.map(({ id }) => id))).toEqual(['go-to-3']);
        expect(await page.evaluate(() => [deck.isOverview(), document.querySelector('dialog') === null])).toEqual([
          false,
          true,
        ]);
      });
    }));
});

test('a rehearsal is played through: planned, last, average, what to cut, and a file', () =>
  opened.withPage('#/title', async (page) => {
    await withSpeaker(page, async ({ speaker }) => {
      await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.includes('Slide'));
      await speaker.click('[data-rehearse]');
      await speaker.waitForFunction(() => document.querySelector('.elapsed b')?.textContent === '0:01');
      for (let at = 0; at < 3; at++) {
        await speaker.keyboard.press('PageDown');
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      await speaker.click('[data-rehearse]');
      const rows = await speaker.$$eval('.rehearsed tbody tr', (all) =>
        all.map((row) => [...row.children].map(({ textContent }) => textContent).join(' | ')),
      );
      expect(rows[0]).toMatch(/^Opening \| 2:00 \| 0:0\d \| 0:0\d$/);
      expect(rows).toHaveLength(8);
      expect(await accessibilityFaults(speaker, 'dialog')).toEqual([]);
      expect(await speaker.$eval('.rehearsed .cut', (cut) => cut.textContent)).toContain('it fits');
    });
  }));

test('a student’s file has none of it', async () => {
  const { html } = await opened.openEdition({ audience: 'student' });
  expect(html).not.toMatch(/pen-tools|hands-dim|pilcrow\.keys.{0,3}\]|of-break|rehearsal/);
});
