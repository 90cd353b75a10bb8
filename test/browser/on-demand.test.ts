import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { run } from '../support/command.js';
import { showSlide } from '../support/opened-deck.js';
import { goThrough, record, type Served, serve } from '../support/reopened.js';
import { fixtureFolder } from '../support/twins.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-asked-'));
const site = join(out, 'site');
const browser = createBrowserProvider({ choice: 'bundled', env: process.env, host: '127.0.0.1' });
let served: Served;

beforeAll(async () => {
  const moving = join(out, 'decks/moving');
  mkdirSync(moving, { recursive: true });
  writeFileSync(join(moving, 'deck.md'), '---\nrevealOptions: { transition: convex }\n---\n\n# One\n\n---\n\n# Two\n');
  writeFileSync(
    join(out, 'decks/one.md'),
    '# One\n\n---\n\n<!-- .slide: data-transition="zoom" -->\n\n# Two\n\n[A page](https://example.org/){preview-link}\n',
  );
  const built = await run(['build', 'tides', '--out', out], fixtureFolder('decks'));
  const others = await run(['build', 'moving', 'one.md', '--out', out], join(out, 'decks'));
  expect([built.code, others.code, others.printed]).toEqual([0, 0, []]);
  served = await serve(site);
});
afterAll(async () => {
  served.close();
  await browser.close();
  rmSync(out, { recursive: true, force: true });
});

const onDemand = (requests: readonly string[]): readonly string[] =>
  requests
    .filter((url) => url.includes('/on-demand-'))
    .map((url) => url.replace(/^.*\/on-demand-\w+/, ''))
    .sort();

/** What opens it, on which slide, and what is to be seen then. */
const asked: readonly (readonly [string, string, (page: Page) => Promise<unknown>, string])[] = [
  ['e', 'waters', (page) => page.keyboard.press('e'), '.evidence-panel'],
  ['a click on a mark', 'waters', (page) => page.click('#waters .pm'), '.evidence-panel'],
  [
    'Enter on a mark',
    'waters',
    (page) => page.focus('#waters .pm').then(() => page.keyboard.press('Enter')),
    '.evidence-panel',
  ],
  ['z', 'waiting', (page) => page.keyboard.press('z'), 'dialog.zoom'],
  ['a click on a diagram', 'waiting', (page) => page.click('#waiting .drawing'), 'dialog.zoom'],
  ['g', 'waters', (page) => page.keyboard.press('g'), 'dialog.go-to'],
  ['c', 'waters', (page) => page.keyboard.press('c'), 'dialog.link'],
  ['?', 'waters', (page) => page.keyboard.press('?'), 'dialog.help'],
];

describe.each(['from a server', 'from a file'])('%s', (from) => {
  const address = (name: string): string =>
    from === 'from a server' ? `${served.url}${name}/` : pathToFileURL(join(site, name, 'index.html')).href;
  const root = (): string => (from === 'from a server' ? served.url : pathToFileURL(site).href);

  async function open(
    name: string,
    use: (page: Page, seen: ReturnType<typeof record>) => Promise<void>,
    isThere: (url: string) => boolean = () => true,
  ): Promise<void> {
    await browser.withPage({ allow: (url) => url.startsWith(root()) && isThere(url) }, async (page) => {
      const seen = record(page);
      await page.goto(address(name));
      await page.waitForFunction(() => document.querySelector('.reveal.ready') !== null);
      await use(page, seen);
    });
  }

  test('a deck is shown without what nobody asked for', () =>
    open('tides', async (page, { requests, trouble }) => {
      await goThrough(page);
      expect([onDemand(requests), trouble]).toEqual([[], []]);
    }));

  test.each(asked)('%s brings it, once', (_name, slide, ask, shown) =>
    open('tides', async (page, { requests, trouble }) => {
      await showSlide(page, slide);
      await ask(page);
      await page.waitForSelector(shown, { visible: true });
      expect(await page.$eval(shown, (element) => getComputedStyle(element).overflow)).not.toBe('visible');
      await page.keyboard.press('Escape');
      await page.waitForFunction((selector) => document.querySelector(selector) === null, {}, shown);
      await page.keyboard.press('?');
      await page.waitForSelector('dialog.help', { visible: true });
      expect([onDemand(requests), trouble]).toEqual([['.css', '.js'], []]);
    }),
  );

  test('keys are taken in their order while it comes', () =>
    open('tides', async (page) => {
      await showSlide(page, 'waters');
      await page.evaluate(() => {
        for (let times = 0; times < 3; times++)
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', keyCode: 69, bubbles: true }));
      });
      await page.waitForSelector('.evidence-panel', { visible: true });
      expect(await page.$$('.evidence-panel')).toHaveLength(1);
    }));

  test('where it does not come the page says so, and asks again the next time', async () => {
    let isThere = false;
    await open(
      'tides',
      async (page) => {
        await showSlide(page, 'waters');
        for (let times = 0; times < 2; times++) {
          await page.keyboard.press('e');
          const said = await page.waitForSelector('.not-loaded', { visible: true });
          expect(await said?.evaluate((note) => [note.role, note.textContent])).toEqual([
            'alert',
            'This could not be loaded. Try again when there is a network.',
          ]);
          await said?.evaluate((note) => note.remove());
        }
        isThere = true;
        await page.keyboard.press('e');
        await page.waitForSelector('.evidence-panel', { visible: true });
        expect(await page.$('.not-loaded')).toBeNull();
      },
      (url) => isThere || !url.includes('/on-demand-'),
    );
  });

  test.each([
    ['moving', 'a transition of the deck'],
    ['one', 'a transition of a slide'],
  ])('%s: %s is there from the beginning', (name) =>
    open(name, async (page, { requests, trouble }) => {
      expect([onDemand(requests), trouble]).toEqual([['.css', '.js'], []]);
      const next = await page.$eval('.slides > section.future', (slide) => getComputedStyle(slide).transform);
      expect(next).toMatch(/^matrix/);
    }),
  );

  test('a deck starts even where a transition does not come', () =>
    open(
      'moving',
      async (page) => {
        await page.keyboard.press('PageDown');
        expect(await page.evaluate(() => deck.getIndices().h)).toBe(1);
      },
      (url) => !url.includes('/on-demand-'),
    ));

  test('on the page of a telephone a tap on a mark opens the sheet', () =>
    browser.withPage({ allow: (url) => url.startsWith(root()) }, async (page) => {
      const { requests, trouble } = record(page);
      await page.setViewport({ width: 390, height: 844 });
      await page.goto(address('tides'));
      expect(onDemand(requests)).toEqual([]);
      await page.click('#waters .pm');
      await page.waitForSelector('.evidence-panel', { visible: true });
      expect([onDemand(requests), trouble]).toEqual([['.css', '.js'], []]);
    }));
});

test('a file by itself, and a page with notes, load nothing on demand', async () => {
  const single = await run(['export', 'tides', '--to', 'html', '--out', out], fixtureFolder('decks'));
  expect(single.code).toBe(0);
  const html = readFileSync(join(out, 'export/tides/tides.html'), 'utf8');
  expect(html).not.toContain('id="on-demand"');
  expect(html).toContain('evidence-panel');
});
