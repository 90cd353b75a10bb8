import type { Page } from 'puppeteer-core';
import type { RecordedBrowser } from './recorded-browser.js';

/** Every key of a keyboard that a page could listen to. */
const keys = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789.,;/?-+=[]',
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Enter', 'Space', 'Tab'],
  ...['Backspace', 'Delete', 'F1', 'F2'],
] as const;

/**
 * Shows a deck as an audience could ever see it: every slide and step, the panel, the zoom, the overview, the help and the presenter's
 * view, and at last every key. Returns what it asked for beside itself, be it this machine's or another's; nothing is the promise.
 * `own` begins the addresses that are the deck's.
 */
export async function walkDeck(recorded: RecordedBrowser, url: string, own: string): Promise<readonly string[]> {
  const before = recorded.asked.length;
  const others: string[] = [];
  const context = await recorded.browser.createBrowserContext();
  const page = await context.newPage();
  const watch = (one: Page): void => {
    one.on('request', (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(own)) others.push(request.url());
    });
    one.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
  };
  watch(page);
  page.on('popup', (popup) => popup !== null && watch(popup));
  await page.goto(url);
  await page.waitForFunction(() => globalThis.deck?.isReady());
  await page.keyboard.press('s');
  await page.bringToFront();
  const ids = await page.evaluate(() => deck.getSlides().map(({ id }) => id));
  for (const id of ids) {
    await page.evaluate((one) => {
      const { h, v } = deck.getIndices(document.getElementById(one) ?? undefined);
      deck.slide(h, v, -1);
      while (deck.nextFragment());
    }, id);
    for (const key of ['e', 'Escape', 'z', 'Escape'] as const) await page.keyboard.press(key);
  }
  if (ids.length === 0) throw new Error(`${url} has no slides to walk through.`);
  for (const key of keys) {
    await page.keyboard.press(key as 'a');
    await page.keyboard.press('Escape');
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  await page.goto(`${url}?view=print`);
  await page.waitForFunction(() => document.querySelector('.pdf-page') !== null);
  await context.close();
  return [...others, ...recorded.asked.slice(before)];
}
