import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProvider, createBrowserProvider, filesIn } from '../../src/browser/browser-provider.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import type { DeckError } from '../../src/error.js';

const root = mkdtempSync(join(tmpdir(), 'browser-test-'));
let provider: BrowserProvider | undefined;

const open = (env: Readonly<Record<string, string | undefined>> = {}): BrowserProvider => {
  provider = createBrowserProvider({ env: { ...process.env, ...env }, choice: 'bundled' });
  return provider;
};
const nothing = { allow: () => false };
const failure = (work: Promise<unknown>): Promise<DeckError> =>
  work.then(
    () => expect.unreachable('it should have failed'),
    (error: DeckError) => error,
  );

beforeAll(() => {
  process.env.TMPDIR = mkdtempSync(join(root, 'tmp-'));
});
afterEach(async () => {
  await provider?.close();
  expect(readdirSync(tmpdir())).toEqual([]);
});
afterAll(() => {
  delete process.env.TMPDIR;
  rmSync(root, { recursive: true, force: true });
});

describe('one browser for a command', () => {
  test('is not started before it is needed, and shared then', async () => {
    const shared = open();
    expect(shared.launched).toBe(false);
    const pids = await Promise.all(
      [1, 2].map(() => shared.withPage(nothing, async (page) => page.browser().process()?.pid)),
    );
    expect(shared.launched).toBe(true);
    expect(pids[0]).toBe(pids[1]);
    await Promise.all([shared.close(), shared.close()]);
    expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
  });

  test('closes its pages, also when their use fails', async () => {
    const shared = open();
    await expect(shared.withPage(nothing, () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    await shared.withPage(nothing, async (page) => {
      const urls = (await page.browser().pages()).map((other) => other.url());
      expect(urls.filter((url) => url === 'about:blank').length).toBeLessThanOrEqual(2);
    });
  });

  test('prints text of four scripts with no font installed', async () => {
    const text = await open().withPage(nothing, async (page) => {
      await page.setContent('<p style="width:max-content">Łukašenka, Беларусь, ґрунт</p>');
      return page.evaluate(() => document.querySelector('p')?.getBoundingClientRect().width ?? 0);
    });
    expect(text).toBeGreaterThan(100);
  });
});

describe('it loads nothing but what is allowed', () => {
  test('a file of the folder and data: come in; other files and hosts are blocked and named', async () => {
    const deck = join(root, 'deck');
    mkdirSync(deck, { recursive: true });
    writeFileSync(join(root, 'secret.css'), 'p { color: red }');
    writeFileSync(join(deck, 'own.css'), 'p { margin-left: 7px }');
    writeFileSync(
      join(deck, 'page.html'),
      `<link rel="stylesheet" href="own.css"><link rel="stylesheet" href="../secret.css">
       <img src="https://pictures.example/a.png"><img id="own" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9'/>">
       <iframe src="https://frame.example/"></iframe><p>text`,
    );
    const { blocked, margin, colour, width } = await open().withPage({ allow: filesIn(deck) }, async (page, list) => {
      await page.goto(pathToFileURL(join(deck, 'page.html')).href);
      const found = await page.evaluate(() => {
        const style = getComputedStyle(document.querySelector('p') ?? document.body);
        const picture = document.querySelector('#own');
        return {
          margin: style.marginLeft,
          colour: style.color,
          width: picture instanceof HTMLImageElement ? picture.naturalWidth : 0,
        };
      });
      return { ...found, blocked: [...list].sort() };
    });
    expect({ margin, colour, width }).toEqual({ margin: '7px', colour: 'rgb(0, 0, 0)', width: 9 });
    expect(blocked).toEqual([
      pathToFileURL(join(root, 'secret.css')).href,
      'https://frame.example/',
      'https://pictures.example/a.png',
    ]);
  });

  test("javaScript: false keeps the page's own scripts still", async () => {
    const title = await open().withPage({ ...nothing, javaScript: false }, async (page) => {
      await page.setContent('<title>before</title><script>document.title = "after"</script>');
      return page.title();
    });
    expect(title).toBe('before');
  });
});

test('a page that asks something gets no answer, and goes on', async () => {
  const answer = await open().withPage(nothing, (page) => page.evaluate(() => confirm('Leave?')));
  expect(answer).toBe(false);
});

describe('trouble', () => {
  test('a browser that is killed under a page is one clear error, and leaves nothing', async () => {
    const error = await failure(
      open().withPage(nothing, async (page) => {
        page.browser().process()?.kill('SIGKILL');
        return page.evaluate(() => new Promise(() => undefined));
      }),
    );
    expect(error).toMatchObject({ name: 'DeckError', code: 'browser-failed' });
    expect(error.message).toContain('Run the command again');
  });

  test('a page whose renderer crashes is an error of its own, and the next page is shown', async () => {
    const shared = open();
    const error = await failure(shared.withPage(nothing, (page) => page.goto('chrome://crash')));
    expect(error).toMatchObject({ name: 'DeckError', code: 'page-crashed' });
    expect(await shared.withPage(nothing, (page) => page.evaluate(() => 1))).toBe(1);
  });

  test('closing it under a page, or while it starts, stops the work', async () => {
    const shared = open();
    const work = failure(shared.withPage(nothing, (page) => page.evaluate(() => new Promise(() => undefined))));
    await shared.close();
    expect(await work).toMatchObject({ code: 'interrupted' });
    expect(await failure(shared.withPage(nothing, async () => undefined))).toMatchObject({ code: 'interrupted' });
  });

  test('a path without a browser names the command that fetches one', async () => {
    provider = createBrowserProvider({ env: { PILCROW_BROWSER: '/nowhere/chrome' } });
    const error = await failure(provider.withPage(nothing, async () => undefined));
    expect(error).toMatchObject({ code: 'browser-not-found' });
    expect(error.message).toContain('/nowhere/chrome');
    expect(error.message).toContain('npx puppeteer browsers install chrome-headless-shell');
  });

  test('a file that is no program is said to be none', async () => {
    writeFileSync(join(root, 'text'), 'words');
    provider = createBrowserProvider({ env: process.env, choice: join(root, 'text') });
    expect((await failure(provider.withPage(nothing, async () => undefined))).message).toContain('it is not a program');
  });

  test('a file that is no browser says what it said', async () => {
    const fake = join(root, 'fake-browser');
    writeFileSync(fake, '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2; exit 127\n', {
      mode: 0o755,
    });
    provider = createBrowserProvider({ env: process.env, choice: fake });
    const error = await failure(provider.withPage(nothing, async () => undefined));
    expect(error).toMatchObject({ code: 'browser-failed' });
    expect(error.message).toContain('libnss3.so');
  });
});

describe('the bundled browser', () => {
  test('is unpacked once, by two commands at the same time, with HOME unset', async () => {
    const cache = join(root, 'cache');
    mkdirSync(cache, { recursive: true });
    const env = { HOME: undefined, PUPPETEER_EXECUTABLE_PATH: undefined, XDG_CACHE_HOME: cache };
    const [one, two] = [open(env), open(env)];
    await Promise.all([one.withPage(nothing, async () => undefined), two.withPage(nothing, async () => undefined)]);
    await Promise.all([one.close(), two.close()]);
    expect(readdirSync(join(cache, 'pilcrow'))).toEqual([expect.stringMatching(/^chromium-\d/)]);
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'is taken where none is named, though the system has one',
    async () => {
      const system = join(root, 'system');
      mkdirSync(system, { recursive: true });
      writeFileSync(join(system, 'google-chrome'), '', { mode: 0o755 });
      const env = { ...process.env, PILCROW_BROWSER: undefined, PUPPETEER_EXECUTABLE_PATH: undefined, PATH: system };
      const { signal } = new AbortController();
      expect((await findBrowser(undefined, env, signal)).origin).toMatch(/^@sparticuz\/chromium/);
      const named = { ...env, PILCROW_BROWSER: join(system, 'google-chrome') };
      expect((await findBrowser(undefined, named, signal)).executable).toBe(join(system, 'google-chrome'));
    },
  );

  test('broken off while it is unpacked, leaves nothing behind', async () => {
    const cache = join(root, 'broken-off');
    const shared = open({ XDG_CACHE_HOME: cache });
    const work = failure(shared.withPage(nothing, async () => undefined));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await shared.close();
    expect(await work).toMatchObject({ code: 'interrupted' });
    expect(existsSync(cache) ? readdirSync(join(cache, 'pilcrow')) : []).toEqual([]);
  });
});

test('a command that ends without closing it leaves no process and no folder', async () => {
  const script = join(root, 'command.mjs');
  const source = join(import.meta.dirname, '..', '..', 'src', 'browser', 'browser-provider.ts');
  writeFileSync(
    script,
    `import { createServer } from ${JSON.stringify(import.meta.resolve('vite'))};
     const vite = await createServer({ server: { middlewareMode: true, ws: false }, configFile: false, logLevel: 'error' });
     const module = await vite.ssrLoadModule(${JSON.stringify(source)});
     const provider = module.createBrowserProvider({ env: process.env, choice: 'bundled' });
     await provider.withPage({ allow: () => false }, async (page) => { console.log(page.browser().process().pid); process.exit(3); });`,
  );
  const command = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  command.stdout.on('data', (chunk) => {
    output += chunk;
  });
  expect(await new Promise((resolve) => command.on('exit', resolve))).toBe(3);
  const group = output.trim();
  expect(group).toMatch(/^\d+$/);
  const left = execFileSync('ps', ['-A', '-o', 'pgid=,stat=']).toString();
  expect(left.split('\n').filter((line) => line.trim().startsWith(`${group} `) && !line.includes('Z'))).toEqual([]);
});
