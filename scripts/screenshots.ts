/**
 * Takes a picture of every slide of an exported deck, all steps shown, or of every step. For looking at, and for the README.
 * Usage: npx tsx scripts/screenshots.ts <deck.html> <folder> [--size 1280x720] [--dark] [--steps] [--print]
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createBrowserProvider } from '../src/browser/browser-provider.js';

/** What the pictures need of Reveal. */
interface ShownDeck {
  getTotalSlides(): number;
  slide(h: number, v: number, f: number): void;
  next(): void;
  isLastSlide(): boolean;
  getIndices(): { readonly h: number; readonly v: number; readonly f?: number };
  getProgress(): number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1280x720' },
    dark: { type: 'boolean', default: false },
    steps: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const [file, folder] = positionals;
if (file === undefined || folder === undefined) throw new Error('Say which deck, and which folder the pictures go to.');
const [width = 1280, height = 720] = values.size.split('x').map(Number);
mkdirSync(folder, { recursive: true });

const browser = createBrowserProvider({ env: process.env });
await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
  await page.setViewport({ width, height });
  if (values.print) await page.emulateMediaType('print');
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' });
  await page.waitForFunction('globalThis.deck?.isReady() || document.documentElement.matches(".flow")');
  if (values.dark) await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  if (width < 600) {
    await page.screenshot({ path: join(folder, 'page.png') as `${string}.png`, fullPage: true });
    return;
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (let index = 0, last = ''; ; index++) {
    const place = await page.evaluate((steps) => {
      const deck = (globalThis as unknown as { readonly deck: ShownDeck }).deck;
      const { h, v } = deck.getIndices();
      if (!steps) deck.slide(h, v, 1000);
      return JSON.stringify(deck.getIndices());
    }, values.steps);
    if (place === last) break;
    last = place;
    await new Promise((done) => setTimeout(done, 250));
    await page.screenshot({ path: join(folder, `${String(index + 1).padStart(2, '0')}.png`) as `${string}.png` });
    await page.evaluate(() => (globalThis as unknown as { readonly deck: ShownDeck }).deck.next());
  }
});
await browser.close();
