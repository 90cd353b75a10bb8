import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckOf, harbourSources } from '../support/evidence.js';
import { accessibilityFaults, type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { framesOf, withSpeaker } from '../support/speaker.js';

const text = `---
title: Ports
minutes: 45
cuts: [15, 45]
---
# Ports {#title minutes=2 cut=15}

By nobody

Note:
Welcome them.

---

# Ice {#ice layout=section cut=15}

---

## Kalvik bets on slower ships {#bet minutes=10 cut=15}

::: incremental
- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]
- A warning is cheaper than a repair [@inference]
:::

Note:
Say who pays. **Slowly.**

---

## A longer look at the ships {#longer minutes=18}

Only in the long version [@lecturer]

---

# Work {#work layout=section cut=15}

---

## The port at work {#flow minutes=3 cut=15}

\`\`\`mermaid {#ports cite="ilvesson2021, ¶2, 'share their ice reports'" alt="Ports report to Kalvik"}
flowchart LR
  ports[Ports] --> kalvik[Kalvik]
\`\`\`

Note:
\`\`\`mermaid {#back alt="Kalvik reports back"}
flowchart LR
  kalvik[Kalvik] --> ports[Ports]
\`\`\`

---

## When does the ship leave? {#ship layout=question minutes=12}

::: question
- [ ] at noon
- [x] at night
::: answer
The night tide, as the almanac says.
:::
:::
`;
const svg = '<svg viewBox="0 0 400 100"><rect width="400" height="100"/></svg>';
const arrow =
  '<svg viewBox="0 0 400 100"><marker id="back-svg-1"><path d="M0 0L9 9"/></marker><path d="M9 9H99" marker-end="url(#back-svg-1)"/></svg>';
const size = { width: 400, height: 100, smallestLabel: 20 };
const drawings = {
  byId: new Map([
    ['ports', { svg, ...size }],
    ['back', { svg: arrow, ...size }],
  ]),
  diagnostics: [],
};
let opened: OpenedDeck;

beforeAll(async () => {
  const { references } = deckOf('');
  opened = await openDeck(text, { references, drawings, sources: harbourSources });
});
afterAll(() => opened.close());

/** The slide, how many steps of it are shown, and what else the room sees. */
const where = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { f } = deck.getIndices();
    const modal = document.querySelector('dialog[open]')?.className.replace('modal ', '');
    const seen = [
      modal,
      document.querySelector('.evidence-panel') === null ? undefined : 'panel',
      deck.isPaused() ? 'black' : undefined,
      deck.isOverview() ? 'overview' : undefined,
    ].filter((name) => name !== undefined);
    return [deck.getCurrentSlide().id, ...(f === undefined ? [] : [f + 1]), ...seen].join(' ');
  });
const press = async (page: Page, ...keys: readonly KeyInput[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const comesTo = (page: Page, id: string): Promise<unknown> =>
  page.waitForFunction(
    (slide) => document.querySelector('.reveal.ready') !== null && deck.getCurrentSlide().id === slide,
    {},
    id,
  );

describe('the keys of a clicker', () => {
  test('go forth and back by steps, and make the screen black', () =>
    opened.withPage('#/ice', async (page) => {
      const course: string[] = [];
      for (const key of ['PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageUp', 'PageUp', '.', '.'] as const) {
        await press(page, key);
        course.push(await where(page));
      }
      expect(course).toEqual(['bet 0', 'bet 1', 'bet 2', 'longer', 'bet 2', 'bet 1', 'bet 1 black', 'bet 1']);
    }));
});

test('every other key that moves does what the list says', () =>
  opened.withPage('#/bet', async (page) => {
    const course: string[] = [];
    for (const key of ['n', 'l', 'Space', 'p', 'h', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'o', 'Enter'] as const) {
      await press(page, key);
      course.push(await where(page));
    }
    expect(course).toEqual([
      ...[
        'bet 1',
        'bet 2',
        'longer',
        'bet 2',
        'bet 1',
        'bet 0',
        'bet 1',
        'title',
        'ship 0',
        'ship 0 overview',
        'ship 0',
      ],
    ]);
    for (const [modifier, key, place] of [
      ['Shift', 'ArrowLeft', 'title'],
      ['Shift', 'ArrowRight', 'ship 0'],
      ['Alt', 'ArrowLeft', 'flow'],
      ['Shift', 'Space', 'work'],
    ] as const) {
      await page.keyboard.down(modifier);
      await press(page, key);
      await page.keyboard.up(modifier);
      expect(await where(page)).toBe(place);
    }
    for (const key of ['b', 'v', 'Slash'] as const) {
      await press(page, key);
      expect(await where(page), key).toBe('work black');
      await press(page, key);
    }
    await press(page, 'F1');
    expect(await where(page)).toBe('work help');
  }));

describe('the list of keys', () => {
  test('opens by ?, is read by a screen reader, and gives the focus back', () =>
    opened.withPage('#/bet', async (page) => {
      await press(page, 'PageDown', 'Tab');
      const focused = (): Promise<string | null | undefined> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      const before = await focused();
      expect(before).toContain('source');
      await press(page, '?');
      expect(await where(page)).toBe('bet 1 help');
      expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
      await press(page, 'PageDown', 'n', 'b');
      expect(await where(page)).toBe('bet 1 help');
      await press(page, 'Escape');
      expect([await where(page), await focused()]).toEqual(['bet 1', before]);
      await press(page, '?', '?');
      expect(await where(page)).toBe('bet 1');
    }));

  test('names every key that works in this file', () =>
    opened.withPage('#/bet', async (page) => {
      await press(page, '?');
      const keys = await page.$$eval('.help kbd', (all) => all.map((key) => key.textContent));
      expect(keys).toEqual(
        'PageDown,Space,n,PageUp,Shift Space,p,→,←,l,h,Alt →,Alt ←,Home,End,Shift ←,Shift →,g,c,o,e,z,b,.,v,/,f,s,x,d,1,2,3,⌫,Ctrl z,⌦,Shift b,Alt,?,F1,Esc'.split(
          ',',
        ),
      );
    }));
});

describe('g goes to a slide', () => {
  test('by its number', () =>
    opened.withPage('#/bet', async (page) => {
      await press(page, 'g', '6', 'Enter');
      await comesTo(page, 'flow');
    }));

  test('by words of its title, from which the browser goes back', () =>
    opened.withPage('#/bet', async (page) => {
      await press(page, 'g');
      await page.keyboard.type('the ship');
      expect(await page.$$eval('.go-to li', (all) => all.map((item) => item.textContent))).toEqual([
        '4A longer look at the ships',
        '7When does the ship leave?',
      ]);
      expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
      await press(page, 'ArrowDown', 'Enter');
      await comesTo(page, 'ship');
      expect(await where(page)).toBe('ship 0');
      await page.goBack();
      await comesTo(page, 'bet');
    }));

  test('by a click, and to none where none has the words', () =>
    opened.withPage('#/bet', async (page) => {
      await press(page, 'g');
      await page.keyboard.type('lighthouse');
      await press(page, 'Enter');
      expect(await page.$eval('.go-to [role="status"]', (line) => line.textContent)).toMatch(/^No slide/);
      for (const _ of 'lighthouse') await press(page, 'Backspace');
      await page.click('.go-to li:nth-child(2)');
      await comesTo(page, 'ice');
    }));
});

describe('Escape closes the innermost thing', () => {
  test.each<[string, readonly KeyInput[], readonly string[]]>([
    ['the list of keys before the panel', ['e', '?'], ['bet 0 help panel', 'bet 0 panel', 'bet 0', 'bet 0']],
    ['the list of slides before the panel', ['e', 'g'], ['bet 0 go-to panel', 'bet 0 panel', 'bet 0', 'bet 0']],
    ['the black screen, and never opens the overview', ['b'], ['bet 0 black', 'bet 0', 'bet 0']],
    ['the list of keys before the overview', ['o', '?'], ['bet 0 help overview', 'bet 0 overview', 'bet 0']],
    ['the black screen before the overview', ['o', 'b'], ['bet 0 black overview', 'bet 0 overview', 'bet 0']],
  ])('%s', (_, keys, course) =>
    opened.withPage('#/bet', async (page) => {
      await press(page, ...keys);
      const seen = [await where(page)];
      while (seen.length < course.length) {
        await press(page, 'Escape');
        seen.push(await where(page));
      }
      expect(seen).toEqual(course);
    }),
  );

  test('the list of keys before an enlarged diagram', () =>
    opened.withPage('#/flow', async (page) => {
      await press(page, 'z', '?');
      expect(await page.$$eval('dialog[open]', (all) => all.map(({ className }) => className))).toEqual([
        'zoom',
        'modal help',
      ]);
      await press(page, 'Escape');
      expect(await where(page)).toBe('flow zoom');
      await press(page, 'Escape', 'Escape');
      expect(await where(page)).toBe('flow');
    }));

  test('nothing opens on a black screen', () =>
    opened.withPage('#/bet', async (page) => {
      await press(page, 'b', '?', 'g', 'e', 'o');
      expect(await where(page)).toBe('bet 0 black');
    }));
});

test('the place is in the address, step and all, and is found again', () =>
  opened.withPage('#/bet', async (page) => {
    await press(page, 'PageDown');
    await page.waitForFunction(() => location.hash === '#/bet/0');
    await page.reload();
    await comesTo(page, 'bet');
    expect(await where(page)).toBe('bet 1');
  }));

/** The table of times: section, spent, planned. */
const table = (speaker: Page): Promise<readonly string[]> =>
  speaker.$$eval('.speaker tbody tr', (rows) =>
    rows.map((row) => [...row.children].map(({ textContent }) => textContent).join(' | ')),
  );
/** Waits until the speaker's window says so many seconds. */
const elapsedAtLeast = (speaker: Page, seconds: number): Promise<unknown> =>
  speaker.waitForFunction(
    (least) => {
      const parts = (document.querySelector('.elapsed b')?.textContent ?? '').split(':').map(Number);
      return parts.reduce((sum, part) => sum * 60 + part, 0) >= least;
    },
    {},
    seconds,
  );
const says = (speaker: Page, selector: string, words: string): Promise<unknown> =>
  speaker.waitForFunction(
    (where, wanted) => document.querySelector(where)?.textContent?.includes(wanted),
    {},
    selector,
    words,
  );

describe('the speaker view', () => {
  test('shows notes, slide, next step and place, and follows the deck', () =>
    opened.withPage('#/ice', (page) =>
      withSpeaker(page, async ({ speaker, current, next }) => {
        await says(speaker, '.place', 'Slide 2 of 7');
        await says(speaker, '.notes .text', 'No notes for this slide.');
        await press(page, 'PageDown');
        await says(speaker, '.notes .text', 'Say who pays. Slowly.');
        await says(speaker, '.notes h1', 'Kalvik bets on slower ships');
        await says(speaker, '.place', 'Slide 3 of 7, step 0 of 2');
        await says(speaker, '.ahead h2', 'Next step');
        await next.waitForFunction(() => deck.getCurrentSlide().id === 'bet' && deck.getIndices().f === 0);
        await press(page, 'PageDown', 'PageDown');
        await says(speaker, '.ahead h2', 'Next: A longer look at the ships');
        await current.waitForFunction(() => deck.getCurrentSlide().id === 'bet' && deck.getIndices().f === 1);
        await next.waitForFunction(() => deck.getCurrentSlide().id === 'longer');
        await press(page, 'End', 'PageDown');
        await says(speaker, '.ahead h2', 'The end');
        expect(await accessibilityFaults(speaker, 'main.speaker')).toEqual([]);
      }),
    ));

  test('steers the deck by its keys, wherever the focus is', () =>
    opened.withPage('#/ice', (page) =>
      withSpeaker(page, async ({ speaker, current }) => {
        await says(speaker, '.place', 'Slide 2');
        await press(speaker, 'PageDown', 'PageDown');
        await comesTo(page, 'bet');
        await press(speaker, 'e');
        await current.waitForSelector('.evidence-panel');
        await press(speaker, 'Escape', '.');
        await page.waitForFunction(() => deck.isPaused() && document.querySelector('.evidence-panel') === null);
        await says(speaker, '.notice', 'black screen');
        expect(await current.evaluate(() => deck.isPaused())).toBe(false);
        await press(speaker, 'Escape');
        await page.waitForFunction(() => !deck.isPaused());
        await press(speaker, 'g');
        await speaker.waitForSelector('.go-to input:focus');
        await speaker.keyboard.type('at work');
        await press(speaker, 'Enter');
        await comesTo(page, 'flow');
        await press(speaker, 'z');
        // Until the speaker's window knows of the zoom, + is for its notes.
        await current.waitForSelector('.zoom svg');
        await press(speaker, '+');
        await current.waitForFunction(
          () => document.querySelector('.zoom svg')?.getAttribute('viewBox') === '40 10 320 80',
        );
        await press(speaker, 'Escape');
        await current.waitForFunction(() => document.querySelector('.zoom') === null);
        expect(await where(page)).toBe('flow');
      }),
    ));

  test('draws what the notes hold with its arrowheads', () =>
    opened.withPage('#/flow', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await speaker.waitForSelector('.notes .text path[marker-end]');
        const heads = await speaker.$eval('.notes .text path[marker-end]', (line) => {
          const id = line.getAttribute('marker-end')?.slice('url(#'.length, -1);
          return [...document.querySelectorAll('.notes .text marker')].map((one) => one.id === id);
        });
        expect(heads).toEqual([true]);
        expect(await speaker.$$eval('#back-svg-1', (held) => held.length)).toBe(1);
      }),
    ));

  test('lists its keys, and sets its notes larger, without the room seeing it', () =>
    opened.withPage('#/bet', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await says(speaker, '.notes .text', 'Say who pays');
        const size = (): Promise<number> =>
          speaker.$eval('.notes .text', (notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
        const before = await size();
        await press(speaker, '+');
        const larger = await size();
        await press(speaker, '-');
        expect([larger > before, await size()]).toEqual([true, before]);
        await speaker.focus('.notes .text');
        await press(speaker, 'ArrowDown', '?');
        expect(await accessibilityFaults(speaker, 'dialog')).toEqual([]);
        await press(speaker, 'Escape');
        expect(await speaker.$('dialog')).toBeNull();
        expect(await where(page)).toBe('bet 0');
      }),
    ));

  test('starts its clock at the first move, stops, goes on and starts anew', () =>
    opened.withPage('#/bet', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await says(speaker, '.place', 'Slide 3');
        await says(speaker, '.verdict', 'starts with your first move');
        await press(speaker, 'PageDown');
        await elapsedAtLeast(speaker, 1);
        await speaker.click('[data-act="stop"]');
        await says(speaker, '.verdict', 'paused');
        const stood = await speaker.$eval('.elapsed b', (time) => time.textContent);
        await press(speaker, 'PageDown');
        await says(speaker, '.place', 'step 2');
        expect(await speaker.$eval('.elapsed b', (time) => time.textContent)).toBe(stood);
        await speaker.click('[data-act="reset"]');
        await says(speaker, '.verdict', 'starts with your first move');
        await says(speaker, '.elapsed b', '0:00');
      }),
    ));
});

test('a browser that opens no window is said to', () =>
  opened.withPage('#/bet', async (page) => {
    await page.evaluate(() => {
      window.open = () => null;
    });
    const said = new Promise<string>((resolve) => page.once('dialog', (dialog) => resolve(dialog.message())));
    await press(page, 's');
    expect(await said).toContain('Allow pop-up windows');
  }));

describe('planned against actual time', () => {
  test('is that of the whole length, and says how far behind one is', () =>
    opened.withPage('#/ice', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await press(page, 'PageDown');
        await says(speaker, '.verdict', 'ahead');
        expect(await table(speaker)).toEqual([
          'Opening | – | 2',
          expect.stringMatching(/^1 Ice \| 0:0\d \| 28$/),
          '2 Work | – | 15',
        ]);
        await says(speaker, '.elapsed span', 'of 45 min');
        // The deck's window counts the talk by the time since it was opened: put that on by a quarter of an hour.
        await page.evaluate(() => {
          const now = performance.now.bind(performance);
          performance.now = () => now() + 15 * 60_000;
        });
        await says(speaker, '.verdict', '3 min behind');
        await press(page, 'PageDown', 'PageDown', 'PageDown');
        await says(speaker, '.verdict', 'on time');
      }),
    ));

  test('is that of the cut', async () => {
    const { withPage } = await opened.openEdition({ audience: 'teacher', cut: 15 });
    await withPage('#/bet', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await says(speaker, '.place', 'Slide 3 of 5');
        expect(await table(speaker)).toEqual(['Opening | – | 2', '1 Ice | 0:00 | 10', '2 Work | – | 3']);
        await says(speaker, '.elapsed span', 'of 15 min');
      }),
    );
  });
});

describe('the windows find each other again', () => {
  test('when the speaker’s was closed and opened anew', () =>
    opened.withPage('#/bet', async (page) => {
      await withSpeaker(page, async ({ speaker }) => {
        await says(speaker, '.place', 'Slide 3');
        await press(speaker, 'PageDown');
        await elapsedAtLeast(speaker, 2);
      });
      await withSpeaker(page, async ({ speaker, current }) => {
        await elapsedAtLeast(speaker, 2);
        await says(speaker, '.place', 'Slide 3 of 7, step 1 of 2');
        await current.waitForFunction(() => deck.getIndices().f === 0);
        await press(speaker, 'PageDown');
        await page.waitForFunction(() => deck.getIndices().f === 1);
      });
    }));

  test('when the speaker’s is reloaded', () =>
    opened.withPage('#/bet', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await says(speaker, '.place', 'Slide 3');
        await press(speaker, 'PageDown');
        await elapsedAtLeast(speaker, 2);
        await speaker.reload();
        await elapsedAtLeast(speaker, 2);
        await says(speaker, '.place', 'step 1 of 2');
        const { current, next } = await framesOf(speaker);
        await current.waitForFunction(() => deck.getIndices().f === 0);
        await next.waitForFunction(() => deck.getIndices().f === 1);
        await press(speaker, 'PageDown');
        await page.waitForFunction(() => deck.getIndices().f === 1);
      }),
    ));

  test('when the deck’s is reloaded, at once after a step', () =>
    opened.withPage('#/bet', (page) =>
      withSpeaker(page, async ({ speaker }) => {
        await says(speaker, '.place', 'Slide 3');
        await press(page, 'PageDown');
        await elapsedAtLeast(speaker, 2);
        await press(page, 'PageDown', 'PageDown');
        await says(speaker, '.place', 'Slide 4');
        await page.reload();
        await comesTo(page, 'longer');
        await press(speaker, 'PageDown');
        await comesTo(page, 'work');
        await says(speaker, '.place', 'Slide 5');
        await elapsedAtLeast(speaker, 2);
        await press(page, 's');
        expect((await page.browser().pages()).filter((one) => one.url().includes('?speaker'))).toHaveLength(1);
      }),
    ));

  test('when the deck’s was closed, and another is opened from the speaker’s', () =>
    opened.withPage('#/bet', async (page) => {
      const first = await page.browser().newPage();
      await first.goto(page.url());
      await comesTo(first, 'bet');
      await withSpeaker(first, async ({ speaker }) => {
        await says(speaker, '.place', 'Slide 3');
        await press(first, 'PageDown', 'PageDown', 'PageDown');
        await elapsedAtLeast(speaker, 2);
        await first.close();
        await says(speaker, '.notice', 'closed');
        const button = await speaker.$('.notice button');
        const told = await speaker.$eval('.elapsed b', (time) => time.textContent);
        await speaker.waitForFunction((time) => document.querySelector('.elapsed b')?.textContent !== time, {}, told);
        expect(await button?.evaluate((one) => one.isConnected)).toBe(true);
        const opening = new Promise<Page | null>((resolve) => speaker.once('popup', resolve));
        await speaker.click('.notice button');
        const second = await opening;
        if (second === null) throw new Error('the deck did not open');
        await comesTo(second, 'longer');
        await speaker.waitForFunction(() => document.querySelector('.notice')?.textContent === '');
        await press(speaker, 'PageDown');
        await comesTo(second, 'work');
        await elapsedAtLeast(speaker, 2);
        await second.close();
      });
    }));

  test('and a deck takes nothing from any other window', () =>
    opened.withPage('#/bet', async (page) => {
      await page.evaluate(async () => {
        const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
        postMessage(JSON.stringify({ method: 'slide', args: [0] }), '*');
        postMessage({ pilcrow: { kind: 'go', slide: 'ship' } }, '*');
        await heard;
      });
      expect([await where(page), new URL(page.url()).hash]).toEqual(['bet 0', '#/bet']);
    }));
});

test('a student’s file has no speaker view, and asks for nothing', async () => {
  const { html, withPage } = await opened.openEdition({ audience: 'student' });
  expect(html).not.toMatch(/speaker-plan"|Say who pays|night tide/);
  expect(html).not.toContain('frame-ready');
  await withPage('#/bet', async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await press(page, 's', '?');
    expect(await page.$eval('.help', (list) => list.textContent)).not.toContain('speaker');
    await press(page, 'Escape', 's');
    expect((await page.browser().pages()).map((one) => one.url())).not.toContainEqual(
      expect.stringContaining('speaker'),
    );
    expect(requests).toEqual([]);
  });
});
