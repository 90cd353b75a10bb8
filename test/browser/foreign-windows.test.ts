import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../src/browser/launch-options.js';
import { type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { serveFolder } from '../support/site-server.js';
import { withSpeaker } from '../support/speaker.js';

const text = `---
title: Ports
minutes: 10
---
# Ports {#title minutes=2}

Note:
Welcome.

---

## Ice {#ice minutes=3}

::: incremental
- Thin
- Thick
:::

Note:
Slowly.

---

## Tides {#tides minutes=5}

Note:
Say when.
`;

/** What a window that is none of the deck's may send it: Reveal's own commands, and what the speaker's window would. */
const commands: readonly unknown[] = [
  ...['slide', 'next', 'togglePause', 'toggleOverview', 'setState', 'configure', 'getConfig'].map((method) =>
    JSON.stringify({ method, args: method === 'slide' ? [2] : [] }),
  ),
  '{"\\u006dethod":"slide","args":[2]}',
  '{"meth\\u006fd":"addEventListener","args":["slidechanged"]}',
];
const speakers: readonly object[] = [
  { kind: 'key', key: { key: 'PageDown', keyCode: 34, shiftKey: false, altKey: false } },
  { kind: 'key', key: { key: 'b', keyCode: 66, shiftKey: false, altKey: false } },
  { kind: 'go', slide: 'tides' },
  { kind: 'clock', act: 'start' },
  { kind: 'hands', act: { pen: 1 } },
  { kind: 'ask-ink' },
  { kind: 'hello' },
  { kind: 'hello', known: { state: { indexh: 2, indexv: 0 }, clock: {}, at: 0 } },
  { kind: 'give-ink', version: 9, strokes: [] },
  { kind: 'frame', state: { indexh: 2, indexv: 0 }, over: { evidence: 0 }, ahead: true },
  { kind: 'frame-key', key: { key: 'PageDown', keyCode: 34, shiftKey: false, altKey: false } },
];
const all: readonly unknown[] = [
  ...commands,
  ...speakers.flatMap((pilcrow) => [{ pilcrow }, { pilcrow, key: '' }, { pilcrow, key: 'a guess' }]),
  { pilcrow: null },
  null,
];

const folder = mkdtempSync(join(tmpdir(), 'foreign-windows-'));
let opened: OpenedDeck;
let browser: Browser;
let here: Awaited<ReturnType<typeof serveFolder>>;
let elsewhere: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  opened = await openDeck(text);
  browser = await puppeteer.launch(await launchOptions('bundled'));
  for (const name of ['deck', 'other']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'deck/deck.html'), opened.html);
  writeFileSync(join(folder, 'other/other.html'), '<!doctype html><title>None of the deck’s</title><body></body>');
  [here, elsewhere] = [await serveFolder(join(folder, 'deck')), await serveFolder(join(folder, 'other'))];
});
afterAll(async () => {
  await Promise.all([opened?.close(), browser?.close(), here?.close(), elsewhere?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

interface Addresses {
  readonly deck: string;
  readonly other: string;
}
const addresses: Readonly<Record<'file:' | 'http:', () => Addresses>> = {
  'file:': () => ({
    deck: pathToFileURL(join(folder, 'deck/deck.html')).href,
    other: pathToFileURL(join(folder, 'other/other.html')).href,
  }),
  'http:': () => ({ deck: `${here.url}deck.html`, other: `${elsewhere.url}other.html` }),
};

declare global {
  var victim: Window | null | undefined;
  var answers: unknown[] | undefined;
  var heardAll: Promise<void> | undefined;
}

const ready = (deckPage: Page | Frame): Promise<unknown> => deckPage.waitForSelector('.reveal.ready');

/** What a person would see of a command: the place, a black screen, the overview, the pen, a clock that runs. */
const stateOf = (deckPage: Page | Frame): Promise<readonly unknown[]> =>
  deckPage.evaluate(() => [
    deck.getCurrentSlide().id,
    deck.getIndices().f,
    deck.isPaused(),
    deck.isOverview(),
    document.querySelector('.drawing-now') !== null,
    /"since"/.test(sessionStorage.getItem(`speaker-clock ${location.pathname}`) ?? ''),
  ]);
const untouched = ['ice', -1, false, false, false, false];

/** Has a window send everything to another, waits until that has it, and gives what it answered. */
async function sendAll(from: Page | Frame, to: Page | Frame, target: 'victim' | 'opener' | 'parent'): Promise<unknown> {
  await to.evaluate(() => {
    globalThis.heardAll = new Promise((resolve) =>
      addEventListener('message', ({ data }) => data === 'the last of them' && resolve()),
    );
  });
  await from.evaluate(
    (messages, name) => {
      globalThis.answers = [];
      addEventListener('message', ({ data }) => globalThis.answers?.push(data));
      const window = { victim: globalThis.victim, opener: globalThis.opener, parent: globalThis.parent }[name];
      for (const message of messages) window?.postMessage(message, '*');
      window?.postMessage('the last of them', '*');
    },
    all,
    target,
  );
  await to.evaluate(() => globalThis.heardAll);
  // What is told of a change is told a moment later.
  await to.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  return from.evaluate(() => globalThis.answers);
}

async function popupOf(page: Page, address: string): Promise<Page> {
  const opening = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.evaluate((url) => {
    globalThis.victim = open(url, '', 'popup,width=1280,height=720');
  }, address);
  const popup = await opening;
  if (popup === null) throw new Error(`${address} did not open`);
  return popup;
}

/** A page of a browser that may call this machine's servers, as a reader's does. */
async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

describe.each(['file:', 'http:'] as const)(
  'a deck on %s takes no command of a window that is none of its own',
  (scheme) => {
    test.each(['', '?postMessage=true&postMessageEvents=true'])('that opened it, with the address “%s”', (query) =>
      withPage(async (page) => {
        const { deck, other } = addresses[scheme]();
        await page.goto(other);
        const shown = await popupOf(page, `${deck}${query}#/ice`);
        await ready(shown);
        expect(await sendAll(page, shown, 'victim')).toEqual([]);
        expect(await stateOf(shown)).toEqual(untouched);
        await shown.close();
      }),
    );

    test('that it opened', () =>
      withPage(async (page) => {
        const { deck, other } = addresses[scheme]();
        await page.goto(`${deck}#/ice`);
        await ready(page);
        const stranger = await popupOf(page, other);
        expect(await sendAll(stranger, page, 'opener')).toEqual([]);
        expect(await stateOf(page)).toEqual(untouched);
        await stranger.close();
      }));

    test('that has it in a frame, or is a frame in it', () =>
      withPage(async (page) => {
        const { deck, other } = addresses[scheme]();
        const framed = async (address: string): Promise<Frame> => {
          const frame = await page.evaluateHandle((src) => {
            const element = document.createElement('iframe');
            element.src = src;
            element.width = '800';
            element.height = '450';
            document.body.append(element);
            globalThis.victim = element.contentWindow;
            return element;
          }, address);
          const content = await frame.contentFrame();
          if (content === null) throw new Error('no frame');
          return content;
        };
        await page.goto(other);
        const shown = await framed(`${deck}?postMessage=true&postMessageEvents=true#/ice`);
        await ready(shown);
        expect(await sendAll(page, shown, 'victim')).toEqual([]);
        expect(await stateOf(shown)).toEqual(untouched);
        await page.goto(`${deck}#/ice`);
        await ready(page);
        await page.setBypassCSP(true);
        await page.reload();
        await ready(page);
        const stranger = await framed(other);
        await stranger.waitForFunction(() => document.title !== '');
        expect(await sendAll(stranger, page, 'parent')).toEqual([]);
        expect(await stateOf(page)).toEqual(untouched);
      }));

    test('and a speaker’s window that another page opens tells it nothing of the file’s own', () =>
      withPage(async (page) => {
        const { deck, other } = addresses[scheme]();
        await page.goto(other);
        await page.evaluate(() => {
          globalThis.answers = [];
          addEventListener('message', ({ data }) => globalThis.answers?.push(data));
        });
        const key = /data-key="([^"]+)"/.exec(opened.html)?.[1] ?? '';
        expect(key).toMatch(/^\w{20,}$/);
        for (const query of ['?speaker', '?speaker=a-guess', '?receiver']) {
          const shown = await popupOf(page, `${deck}${query}`);
          await shown.waitForSelector(query === '?receiver' ? '.reveal.ready' : 'main.speaker');
          await shown.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
          await shown.close();
        }
        const heard = JSON.stringify(await page.evaluate(() => globalThis.answers));
        expect([heard.includes(key), heard.includes('Slowly')]).toEqual([false, false]);
      }));

    test('but of its own speaker’s', () =>
      withPage(async (page) => {
        await page.goto(`${addresses[scheme]().deck}#/ice`);
        await ready(page);
        await withSpeaker(page, async ({ speaker }) => {
          await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.includes('Slide 2'));
          await speaker.keyboard.press('PageDown');
          await page.waitForFunction(() => deck.getIndices().f === 0);
          await speaker.keyboard.press('PageDown');
          await speaker.keyboard.press('PageDown');
          await page.waitForFunction(() => deck.getCurrentSlide().id === 'tides');
          await speaker.waitForFunction(() => document.querySelector('.place')?.textContent?.includes('Slide 3'));
        });
      }));
  },
);
