import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';

const cli = fileURLToPath(new URL('../../dist/lib/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-dev-test-'));
const deckFile = join(folder, 'talk/deck.md');
const included = join(folder, 'talk/more.md');
const browser = createBrowserProvider({ choice: 'bundled', env: process.env, host: '127.0.0.1' });
let server: ChildProcess;
let url = '';

const deck = (second: string): string =>
  `# One\n\n---\n\n## ${second}\n\n- a\n\n. . .\n\n- b\n\n---\n\n<!-- include: more.md -->\n`;

beforeAll(async () => {
  mkdirSync(join(folder, 'talk'));
  writeFileSync(deckFile, deck('Two'));
  writeFileSync(included, '## Three\n\nText\n');
  server = spawn('node', [cli, 'dev', 'talk', '--port', '4790'], { cwd: folder });
  url = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (data) => {
      said += String(data);
      const found = /http:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    server.on('exit', () => reject(new Error(`dev ended early: ${said}`)));
  });
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = <T>(use: (page: Page) => Promise<T>): Promise<T> =>
  browser.withPage({ allow: (asked) => asked.startsWith(new URL('/', url).href) }, async (page) => {
    await page.goto(url);
    await page.waitForFunction('globalThis.deck?.isReady()');
    // What is saved before the page is connected loads it anew.
    await page.waitForNetworkIdle({ idleTime: 300 });
    return use(page);
  });

const shown = (page: Page): Promise<unknown> => page.evaluate('deck.getState()');
const text = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((expected) => document.body.innerText.includes(expected), {}, words);
/** Waits for words in the list of errors, which it opens; none: until no error is shown. */
const problems = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    (expected) =>
      [...document.querySelectorAll('body > div')].some(({ shadowRoot }) => {
        const section = shadowRoot?.querySelector('section');
        if (expected === '') return section?.childElementCount === 0;
        const button = section?.querySelector('button');
        if (button?.ariaExpanded === 'false') button.click();
        return section?.textContent?.includes(expected);
      }),
    {},
    words,
  );
/** The line in the corner; empty where there is none. */
const counted = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll('body > div')].map((div) => div.shadowRoot?.querySelector('button'));
    return buttons.find((button) => button)?.textContent ?? '';
  });
const countBecomes = (page: Page, line: string): Promise<unknown> =>
  vi.waitFor(async () => expect(await counted(page)).toBe(line), 5000);

describe('dev', () => {
  test('a saved slide replaces the old one; slide and step are kept', async () => {
    await open(async (page) => {
      await page.evaluate('deck.slide(1, 0, 0)');
      const before = await shown(page);
      await page.evaluate('globalThis.sameDocument = true');
      writeFileSync(deckFile, deck('Two').replace('- a', '- changed'));
      await text(page, 'changed');
      expect(await shown(page)).toEqual(before);
      expect(await page.evaluate('deck.getCurrentSlide().querySelectorAll(".fragment.visible").length')).toBe(1);
    });
  });

  test('a slide whose heading is edited, and the step it shows, is found again by its place', async () => {
    await open(async (page) => {
      await page.evaluate('deck.slide(1, 0, 0)');
      await page.evaluate('globalThis.sameDocument = true');
      writeFileSync(deckFile, deck('Two, said otherwise'));
      await page.waitForFunction(
        "globalThis.deck?.isReady() && deck.getCurrentSlide().innerText.includes('said otherwise')",
      );
      expect(await shown(page)).toMatchObject({ indexh: 1, indexv: 0, indexf: 0 });
      await page.waitForFunction("location.hash === '#/two-said-otherwise/0'");
      expect(await page.evaluate('globalThis.sameDocument')).toBe(true);
      // A slide that is new before it changes its place, but not its id.
      writeFileSync(deckFile, `# Zero\n\n---\n\n${deck('Two, said otherwise')}`);
      await page.waitForFunction('globalThis.deck?.isReady() && deck.getTotalSlides() === 4');
      expect(await shown(page)).toMatchObject({ indexh: 2, indexf: 0 });
      writeFileSync(deckFile, deck('Two'));
      await page.waitForFunction('globalThis.deck?.isReady() && deck.getTotalSlides() === 3');
    });
  });

  test('errors are a count that opens to a list, those of the slide first; Escape hides it until the next save', async () => {
    await open(async (page) => {
      writeFileSync(
        deckFile,
        deck('Two').replace('# One', '# One\n\n::: columns').replace('- a', '![](none.png)\n\n- a'),
      );
      await countBecomes(page, '3 errors, 1 on this slide');
      await page.evaluate('deck.slide(1)');
      await countBecomes(page, '3 errors, 2 on this slide');
      await problems(page, 'deck.md:3');
      const first = await page.evaluate(() =>
        [...document.querySelectorAll('body > div')]
          .map((div) => div.shadowRoot?.querySelector('p')?.textContent)
          .join(''),
      );
      expect(first).toContain('deck.md:9');
      await page.keyboard.press('e');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await countBecomes(page, '');
      writeFileSync(deckFile, deck('Two').replace('# One', '# One\n\n::: columns'));
      await countBecomes(page, '1 error');
      writeFileSync(deckFile, deck('Two'));
      await countBecomes(page, '');
    });
  });

  test('an error is shown with file, line and cure, and is gone when mended, in a file the deck only mentions too', async () => {
    await open(async (page) => {
      await problems(page, '');
      writeFileSync(included, '## Three\n\n::: columns\n');
      await problems(page, 'more.md:3');
      rmSync(included);
      await problems(page, 'deck.md:');
      writeFileSync(included, '## Three\n\nMended\n');
      await problems(page, '');
      // The page is loaded anew meanwhile, since a slide came back.
      await page.waitForFunction(
        "globalThis.deck?.isReady() && (deck.slide(2), document.body.innerText.includes('Mended'))",
      );
    });
  });

  test('what is no part of a deck is not served', async () => {
    for (const path of [
      'talk/deck.md',
      'talk/assets/none.png',
      '@fs/etc/passwd',
      '..%2f..%2fetc/passwd',
      '@fs/etc/passwd?raw',
    ]) {
      const response = await fetch(new URL(`/${path}`, url));
      expect([path, response.ok]).toEqual([path, false]);
    }
  });
});
