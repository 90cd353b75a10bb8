import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';

const cli = fileURLToPath(new URL('../../dist/lib/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-dev-test-'));
const deckFile = join(folder, 'talk/deck.md');
const included = join(folder, 'talk/more.md');
const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
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
    return use(page);
  });

const shown = (page: Page): Promise<unknown> => page.evaluate('deck.getState()');
const text = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((expected) => document.body.innerText.includes(expected), {}, words);
const problems = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    (expected) =>
      [...document.querySelectorAll('body > div')].some((div) =>
        expected === ''
          ? div.shadowRoot?.querySelector('section')?.childElementCount === 0
          : div.shadowRoot?.textContent?.includes(expected),
      ),
    {},
    words,
  );

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
