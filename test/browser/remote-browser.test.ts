import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { connectBrowser } from '../../src/browser/remote/connect-browser.js';
import { openEndpoint } from '../../src/browser/remote/open-endpoint.js';
import { asking } from '../support/asking.js';
import { type Outcome, run, runInstalled } from '../support/command.js';
import { contents } from '../support/faults/workplace.js';
import { logging, readNetLog } from '../support/net-log.js';
import { type RemoteBrowser, startRemoteBrowser } from '../support/remote-browser.js';
import { fixtureFolder } from '../support/twins.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-elsewhere-'));
let remote: RemoteBrowser;

beforeAll(async () => {
  for (const name of ['one', 'two', 'three', 'four']) {
    const deck = join(folder, 'slides', name);
    cpSync(join(fixtureFolder('decks'), 'tides'), deck, { recursive: true });
    const text = readFileSync(join(deck, 'deck.md'), 'utf8');
    writeFileSync(join(deck, 'deck.md'), text.replaceAll('Wait', `Wait for ${name}`));
  }
  remote = await startRemoteBrowser();
}, 60_000);
afterAll(async () => {
  await remote.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Every run has a cache of its own where none is named: nothing that was made before is taken. */
function pilcrow(
  args: readonly string[],
  browser: string,
  cache = mkdtempSync(join(folder, 'cache-')),
): Promise<Outcome> {
  const set = { PILCROW_BROWSER: browser, XDG_CACHE_HOME: cache, SOURCE_DATE_EPOCH: '1700000000' };
  return run(args, folder, { env: { ...env, ...set } });
}

/** What is open in a browser. */
async function pagesOf({ address }: RemoteBrowser): Promise<readonly string[]> {
  const list = (await (await fetch(`${address}/json/list`)).json()) as {
    readonly type: string;
    readonly url: string;
  }[];
  return list.filter(({ type }) => type === 'page').map(({ url }) => url);
}

describe('a browser elsewhere', () => {
  test('makes the same bytes as one of this machine', async () => {
    const made = async (browser: string): Promise<unknown> => {
      const out = mkdtempSync(join(folder, 'dist-'));
      const told = await pilcrow(['export', 'one', '--to', 'html,pdf,handout,reader,pptx', '--out', out], browser);
      expect([told.code, told.reported.filter((line) => line.startsWith('pilcrow:'))]).toEqual([0, []]);
      return contents(out);
    };
    const here = await made('bundled');
    expect(Object.keys(here as object).length).toBeGreaterThan(6);
    expect(await made(remote.address)).toEqual(here);
    const checked = await pilcrow(['check', 'one', '--verbose'], remote.address);
    expect(checked.reported.join('\n')).toMatch(
      /the browser was http:\/\/127.* \(.*Chrome\/.*\), which does not say whether/,
    );
    expect(checked.printed).toEqual((await pilcrow(['check', 'one'], 'bundled')).printed);
  });

  test('is left as it was: pages of others are untouched, and ours are gone, also when a command ends without a word', async () => {
    const other = await connect({ browserURL: remote.address });
    try {
      const page = await other.newPage();
      await page.setContent(
        '<title>Not ours</title><script>addEventListener("pagehide", () => (document.title = "hidden"))</script>',
      );
      const before = await pagesOf(remote);
      expect((await pilcrow(['build', 'one', '--out', join(folder, 'untouched')], remote.socket)).code).toBe(0);
      expect(await pagesOf(remote)).toEqual(before);
      const opened = await openEndpoint(new URL(remote.address), new AbortController().signal);
      const { newPage } = await connectBrowser(new URL(remote.address), opened);
      await newPage();
      expect(await pagesOf(remote)).toHaveLength(before.length + 1);
      opened.drop();
      for (let tries = 0; (await pagesOf(remote)).length > before.length && tries < 100; tries += 1) await pause(50);
      expect(await pagesOf(remote)).toEqual(before);
      expect(await page.title()).toBe('Not ours');
      await page.close();
    } finally {
      await other.disconnect();
    }
  });

  test('is not disturbed by a page of others that crashes', async () => {
    const provider = createBrowserProvider({ env, choice: remote.address });
    const other = await connect({ browserURL: remote.address });
    try {
      const sum = await provider.withPage({ allow: () => false }, async (page) => {
        await (await other.newPage()).goto('chrome://crash').catch(() => undefined);
        await pause(300);
        return page.evaluate(() => 1 + 1);
      });
      expect(sum).toBe(2);
    } finally {
      await provider.close();
      await other.disconnect();
    }
  });

  test('looks up no host and calls none, whatever a script of the deck tries', async () => {
    const log = join(folder, 'net.json');
    const logged = await startRemoteBrowser(logging(log));
    const deck = join(folder, 'asking');
    mkdirSync(deck);
    writeFileSync(join(deck, 'deck.md'), '---\nlang: en\nscripts: asking.js\n---\n# Ports\n');
    writeFileSync(
      join(deck, 'asking.js'),
      asking.replace('const peer =', "if (!('RTCPeerConnection' in globalThis)) continue;\n  const peer ="),
    );
    const { printed } = await pilcrow(['check', 'asking'], logged.address);
    expect(printed.join('\n')).toMatch(
      /remote-resource The deck asks for http:\/\/(192\.0\.2\.1\/a\.png|named\.invalid)/,
    );
    const closing = await connect({ browserURL: logged.address });
    await closing.close();
    await logged.kill();
    const { lookedUp, connected } = readNetLog(log);
    expect([...lookedUp, ...connected].filter((host) => host !== '0.0.0.0:0')).toEqual([]);
  });

  test('keeps what it laid out apart from what another version did', async () => {
    const cache = mkdtempSync(join(folder, 'cache-'));
    const measured = async (browser: string): Promise<boolean> => {
      const { reported } = await pilcrow(['check', 'one'], browser, cache);
      return reported.some((line) => line.startsWith('one: measure'));
    };
    expect(await measured('bundled')).toBe(true);
    expect(await measured(remote.address)).toBe(true);
    expect(await measured(remote.socket)).toBe(false);
    const isUnchanged = async (browser: string): Promise<boolean> => {
      const set = { PILCROW_BROWSER: browser, XDG_CACHE_HOME: cache };
      const told = await runInstalled(['build', 'one', '--out', join(folder, 'versions')], folder, set);
      return told.reported.some((line) => line.startsWith('one: unchanged'));
    };
    expect(await isUnchanged(remote.address)).toBe(false);
    expect(await isUnchanged(remote.address)).toBe(true);
    expect(await isUnchanged('bundled')).toBe(false);
  });

  test('is not shown a deck that is not trusted, unless that is wanted', async () => {
    mkdirSync(join(folder, 'foreign'));
    writeFileSync(join(folder, 'foreign/deck.md'), '---\nlang: en\n---\n# Ports\n');
    const build = ['build', 'foreign', '--untrusted', '--out', join(folder, 'untrusted')];
    const { code, reported } = await pilcrow(build, remote.address);
    expect([code, reported.at(-1)]).toEqual([1, expect.stringContaining('does not say whether it has a sandbox')]);
    expect((await pilcrow([...build, '--no-sandbox'], remote.address)).code).toBe(0);
  });
});

describe('of several browsers', () => {
  test('each gets work, one that is killed half-way is left out, and its work is done again', async () => {
    const second = await startRemoteBrowser();
    const out = join(folder, 'killed');
    const both = `${remote.address},${second.address}`;
    let met = false;
    const work = pilcrow(['build', '--out', out], both);
    const killer = (async () => {
      for (let tries = 0; !met && tries < 1000; tries += 1) {
        met = (await pagesOf(second)).some((url) => url.includes('pilcrow.localhost'));
        await pause(5);
      }
      await second.kill();
    })();
    const { code, reported } = await work;
    await killer;
    expect([met, code]).toEqual([true, 0]);
    expect(reported.filter((line) => line.startsWith('pilcrow:'))).toEqual([
      expect.stringContaining(`The browser at ${second.address} stopped in the middle of its work`),
    ]);
    const whole = join(folder, 'whole');
    expect((await pilcrow(['build', '--out', whole], 'bundled')).code).toBe(0);
    expect(contents(out)).toEqual(contents(whole));
  });

  test('one that nobody can reach, and one of another version, are left out', async () => {
    const older = await olderBrowser();
    try {
      const three = `${remote.address},http://127.0.0.1:1,${older.address}`;
      const { code, reported } = await pilcrow(['build', '--out', join(folder, 'left-out')], three);
      expect(code).toBe(0);
      const said = reported.filter((line) => line.startsWith('pilcrow:')).join('\n');
      expect(said).toContain('The browser at http://127.0.0.1:1 cannot be reached: nothing listens there.');
      expect(said).toMatch(/The browser at ws:.* is HeadlessChrome\/99\.0, and the first is .*Chrome\/\d{3}.*left out/);
    } finally {
      await older.close();
    }
  });
});

describe('trouble', () => {
  test('a browser that is gone half-way is one clear error, and is called again by the next command', async () => {
    const short = await startRemoteBrowser();
    const provider = createBrowserProvider({ env, choice: short.address });
    const work = provider.withPage({ allow: () => false }, async (page) => {
      await short.kill();
      return page.evaluate(() => new Promise(() => undefined));
    });
    await expect(work).rejects.toMatchObject({ name: 'DeckError', code: 'browser-failed' });
    await expect(work).rejects.toThrow(/cannot be reached: .*\. Start it with --remote-debugging-port/);
    await provider.close();
  });

  test('one whose connection breaks is called once more, and its work is done again', async () => {
    const provider = createBrowserProvider({ env, choice: remote.address });
    let times = 0;
    const found = await provider.withPage({ allow: () => false }, async (page) => {
      times += 1;
      if (times === 1) await page.browser().disconnect();
      return page.evaluate(() => 'found');
    });
    expect([found, times]).toEqual(['found', 2]);
    await provider.close();
  });

  test('closing it under a page stops the work and leaves the browser', async () => {
    const provider = createBrowserProvider({ env, choice: remote.address });
    const before = await pagesOf(remote);
    const work = provider.withPage({ allow: () => false }, async (page) => {
      void provider.close();
      return page.evaluate(() => new Promise(() => undefined));
    });
    await expect(work).rejects.toMatchObject({ code: 'interrupted' });
    await provider.close();
    expect(await pagesOf(remote)).toEqual(before);
  });

  test.each([
    ['http://127.0.0.1:1', 1, 'cannot be reached: nothing listens there.'],
    ['ws://127.0.0.1:1/devtools/browser/1?token=secret', 1, 'The browser at ws://127.0.0.1:1 cannot be reached'],
    ['http://nobody.invalid:9222', 1, 'no machine has that name'],
    ['127.0.0.1:9222', 2, 'Did you mean http://127.0.0.1:9222?'],
  ])('%s is said to be wrong', async (browser, code, said) => {
    const told = await pilcrow(['build', 'one', '--out', join(folder, 'wrong')], browser);
    expect([told.code, told.reported.at(-1)]).toEqual([code, expect.stringContaining(said)]);
    expect(told.reported.join('\n')).not.toContain('secret');
  });
});

/** What an endpoint of another version says. */
async function olderBrowser(): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket: WebSocket) =>
    socket.on('message', (data) => {
      const { id, method } = JSON.parse(String(data)) as { readonly id: number; readonly method: string };
      const known = method === 'Browser.getVersion' ? { product: 'HeadlessChrome/99.0' } : { browserContextId: 'a' };
      socket.send(JSON.stringify({ id, result: known }));
    }),
  );
  const { port } = server.address() as { readonly port: number };
  return {
    address: `ws://127.0.0.1:${port}/browser`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
