import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { run } from '../support/command.js';
import { type PdfFacts, pdfFacts } from '../support/pdf-structure.js';
import { filesBelow, goThrough, record, type Served, serve } from '../support/reopened.js';
import { withSpeaker } from '../support/speaker.js';
import { fixtureFolder } from '../support/twins.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-publish-'));
const site = join(out, 'site');
const single = join(out, 'export/tides/tides.html');
const browser = createBrowserProvider({ choice: 'bundled', env: process.env, host: '127.0.0.1' });
const slides = ['reading-the-tide', 'waters', 'waiting', 'clearance', 'pictures', 'when-does-the-ship-leave'];
const read = (file: string): string => readFileSync(file, 'latin1');

let reported: readonly string[];

beforeAll(async () => {
  const exported = await run(['export', 'tides', '--out', out], fixtureFolder('decks'));
  const built = await run(['build', 'tides', '--out', out], fixtureFolder('decks'));
  expect([exported.code, built.code, ...exported.printed, ...built.printed]).toEqual([0, 0]);
  reported = exported.reported;
});
afterAll(async () => {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
});

test('what is on another host is said, with its place, and named in a box', () => {
  expect(reported.filter((line) => line.includes('warning'))).toEqual([
    expect.stringMatching(/^tides\/deck\.md:64:1 warning remote-resource https:\/\/pictures\.example\/sea\.jpg /),
    'tides/deck.md: 1 warning, 2 notes',
  ]);
  expect(read(single)).toContain('<span class="remote">Not loaded: https://pictures.example/sea.jpg</span>');
});

describe('the site', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(site);
  });
  afterAll(() => served.close());
  const open = <T>(path: string, use: (page: Page, seen: ReturnType<typeof record>) => Promise<T>): Promise<T> =>
    browser.withPage({ allow: (url) => url.startsWith(served.url) }, async (page, blocked) => {
      const seen = record(page);
      await page.goto(served.url + path);
      const result = await use(page, seen);
      expect([...blocked]).toEqual([]);
      return result;
    });

  test('asks for its own files alone, through all slides and steps, and nothing goes wrong', () =>
    open('tides/', async (page, { requests, trouble }) => {
      expect(await goThrough(page)).toEqual(slides);
      await page.evaluate(() => document.fonts.ready);
      expect(requests.filter((url) => !url.startsWith(`${served.url}tides/`))).toEqual([]);
      expect(requests.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThan(2);
      expect(trouble).toEqual([]);
      const pictures = await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth));
      expect(pictures.every((width) => width > 0)).toBe(true);
    }));

  test('lists the deck, with a link that leads to it and no script', () =>
    open('', async (page, { trouble }) => {
      expect(await page.evaluate(() => [...document.scripts].length)).toBe(0);
      await Promise.all([page.waitForNavigation(), page.click('ol a')]);
      expect(new URL(page.url()).pathname).toBe('/tides/index.html');
      expect(trouble).toEqual([]);
    }));

  test('holds nothing that is not for the audience, in any file', () => {
    const telling = filesBelow(site).filter((file) =>
      /SECRET|For the teacher|data-answer/.test(read(join(site, file))),
    );
    expect(telling).toEqual([]);
    expect(read(join(site, 'tides/index.html'))).toContain('AT-HIGH-WATER');
  });

  test('marks no choice as the right one', () => {
    const html = read(join(site, 'tides/index.html'));
    const items = [...html.matchAll(/<li class="([^"]*)">[^<]*(RIGHT-AWAY|AT-HIGH-WATER)/g)].map(([, name]) => name);
    expect(items.length).toBe(2);
    expect(items[0]).toBe(items[1]);
  });

  test('loads no library that draws, sets or colours, and at most 55 KB of code at first', () => {
    const names = filesBelow(join(site, 'tides')).filter((file) => /\.(js|css|html)$/.test(file));
    const texts = names.map((file) => readFileSync(join(site, 'tides', file)));
    for (const text of texts)
      expect(text.toString()).not.toMatch(
        /mermaid\.(render|initialize)|katex\.render|createHighlighter|__esbuild_esm_mermaid/,
      );
    const code = names.map((file, index) => ({ file, gzip: gzipSync(texts[index] ?? '', { level: 9 }).length }));
    const first = code.filter(({ file }) => /\.(js|css)$/.test(file) && !/katex|on-demand/.test(file));
    expect(first.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(55_000);
  });
});

test('every page carries its policy', () => {
  const pages = filesBelow(out).filter((file) => file.endsWith('.html'));
  expect(pages).toEqual([
    'export/tides/reader.html',
    'export/tides/tides.html',
    'site/index.html',
    'site/tides/index.html',
  ]);
  for (const page of pages) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read(join(out, page)))?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src [^;]+; .*connect-src 'none'; base-uri 'none'; form-action 'none'$/,
    );
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toMatch(/unsafe|https?:|\*/);
  }
});

describe('the single file, from file:', () => {
  const open = <T>(use: (page: Page, seen: ReturnType<typeof record>) => Promise<T>): Promise<T> =>
    browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
      const seen = record(page);
      await page.goto(pathToFileURL(single).href);
      await page.waitForFunction('globalThis.deck?.isReady()');
      return use(page, seen);
    });

  test('asks for nothing beside itself', () =>
    open(async (page, { requests, trouble }) => {
      expect(await goThrough(page)).toEqual([...slides, 'teachers']);
      expect(requests).toEqual([pathToFileURL(single).href]);
      expect(trouble).toEqual([]);
    }));

  test('opens the speaker view with notes, answers and the next slide', () =>
    open(async (page, { trouble }) => {
      await page.evaluate('deck.slide(5)');
      await withSpeaker(page, async ({ speaker }) => {
        const notes = await speaker.waitForFunction(() => {
          const text = document.querySelector('.notes .text')?.textContent ?? '';
          return text.includes('SECRET-ANSWER') ? text : false;
        });
        expect(String(await notes.jsonValue())).toContain('Answer: B');
      });
      expect(trouble).toEqual([]);
    }));
});

describe('the PDF', () => {
  let facts: PdfFacts;
  beforeAll(async () => {
    facts = await pdfFacts(new Uint8Array(readFileSync(join(out, 'export/tides/slides.pdf'))));
  });

  test('has a page a slide of 1280 × 720 CSS px, with its text on it', () => {
    expect(facts.pages.map(({ width, height }) => `${width}×${height}`)).toEqual(slides.map(() => '960×540'));
    expect(facts.pages.map(({ text }) => text.replace(/\s+/g, ' ').includes('SECRET'))).toEqual(
      slides.map(() => false),
    );
    expect(facts.pages[1]?.text).toContain('So a ship waits at most twice');
    expect(facts.pages[2]?.text).toContain('Quay');
  });

  test('says what it is', () => {
    expect(facts.lang).toBe('en-GB');
    expect(facts.info).toMatchObject({ Title: 'Reading the tide', Author: 'Harbour evening class' });
    expect(facts.bookmarks).toEqual([
      'Reading the tide → 1',
      'The almanac prints two high waters a day → 2',
      'The tide makes the ship wait → 3',
      'Clearance is depth and tide less draught → 4',
      'A picture from the deck, one from elsewhere → 5',
      'When does the ship leave? → 6',
    ]);
  });

  test('is tagged on every page, pictures with what they show, links to slides working', () => {
    expect(facts.taggedPages).toEqual([1, 2, 3, 4, 5, 6]);
    expect(facts.alternatives).toContain('A ship waits for high water before it comes to the quay');
    expect(facts.alternatives).toContain('A harbour wall at low water');
    expect(facts.links).toEqual([2]);
  });
});
