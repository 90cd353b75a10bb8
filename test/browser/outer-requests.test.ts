import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/browser/find-browser.js';
import { addressesOf } from '../../src/render/addresses.js';
import { attribute, type Element, elements } from '../../src/render/tree.js';
import { asking } from '../support/asking.js';
import { root, run } from '../support/command.js';
import { launchLogged, logging, readNetLog } from '../support/net-log.js';
import { launchRecorded } from '../support/recorded-browser.js';
import { serveFolder } from '../support/site-server.js';
import { walkDeck } from '../support/walk-deck.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-outer-'));
const out = join(folder, 'dist');
const single = join(out, 'export/requests/requests.html');
const site = join(out, 'site');

beforeAll(async () => {
  cpSync(join(root, 'test/fixtures/security/requests'), join(folder, 'requests'), { recursive: true });
  await run(['build', 'requests', '--quiet', '--draft', '--out', out], folder);
  await run(['export', 'requests', '--to', 'html,reader', '--quiet', '--draft', '--out', out], folder);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pages that were made, those in frames among them. */
function pages(): readonly string[] {
  const assets = join(site, 'requests/assets');
  const framed = readdirSync(assets).filter((name) => name.endsWith('.html'));
  return [
    single,
    join(out, 'export/requests/reader.html'),
    join(site, 'requests/index.html'),
    join(site, 'index.html'),
    ...framed.map((name) => join(assets, name)),
  ];
}

/** What a page would ask other hosts for, in frames that are written into it too. */
function askedBy(html: string): readonly string[] {
  return elements(parse(html)).flatMap((element: Element) => [
    ...addressesOf(element)
      .map(({ url }) => url)
      .filter((url) => url.includes('.invalid')),
    ...(element.tagName === 'iframe' ? askedBy(attribute(element, 'srcdoc') ?? '') : []),
    ...(attribute(element, 'content')?.includes('.invalid') === true ? ['meta'] : []),
  ]);
}

describe('what is written', () => {
  test('names no address of another host where a browser would ask for it, and has a policy', () => {
    expect(pages()).toHaveLength(5);
    for (const page of pages()) {
      const html = readFileSync(page, 'utf8');
      expect([page, askedBy(html)]).toEqual([page, []]);
      const head = html.slice(0, html.search(/<(style|link|script)\b/));
      expect([page, head]).toEqual([page, expect.stringContaining('http-equiv="Content-Security-Policy"')]);
      expect([page, head]).toEqual([
        page,
        expect.stringContaining('http-equiv="x-dns-prefetch-control" content="off"'),
      ]);
    }
    const sheets = readdirSync(join(site, 'requests/assets')).filter((name) => name.endsWith('.css'));
    for (const sheet of sheets)
      expect(readFileSync(join(site, 'requests/assets', sheet), 'utf8')).not.toMatch(/h\d+\.invalid/);
    expect(sheets.length).toBeGreaterThan(1);
  });

  test('a page that asks would be noticed', () => {
    const asking =
      '<iframe srcdoc="<link rel=preconnect href=//a.invalid>"></iframe><p style="background:\\75rl(//b.invalid)">';
    expect(askedBy(asking)).toEqual(['//a.invalid', '//b.invalid']);
  });

  test('walked through in a browser that may ask for anything, it asks for nothing', async () => {
    const recorded = await launchRecorded();
    const served = await serveFolder(site);
    try {
      const { href } = pathToFileURL(single);
      expect(await walkDeck(recorded, href, href)).toEqual([]);
      await walkDeck(recorded, `${served.url}requests/index.html`, `${served.url}requests/`);
      // A page in a frame runs its own script, whose request its policy stops: it is begun and not sent.
      expect(recorded.asked).toEqual([]);
    } finally {
      await served.close();
      await recorded.close();
    }
  });

  test('a page in a frame is shown, runs its own script, and asks no other host', async () => {
    const served = await serveFolder(site);
    const logged = await launchLogged(folder);
    try {
      const page = await logged.browser.newPage();
      await page.goto(`${served.url}requests/index.html`);
      await page.waitForFunction(() => globalThis.deck?.isReady());
      await page.evaluate(() => {
        const frame = document.querySelector('iframe[src*="page-"]');
        const { h, v } = deck.getIndices(frame?.closest('section') ?? undefined);
        deck.slide(h, v);
      });
      await page.waitForFunction(() => {
        const frame = document.querySelector<HTMLIFrameElement>('iframe[src*="page-"]');
        return frame?.contentDocument?.getElementById('words')?.title === 'ran';
      });
    } finally {
      const { asked, lookedUp } = await logged.close();
      await served.close();
      expect([...asked, ...lookedUp].filter((url) => url.includes('.invalid'))).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });
});

describe('the browser that measures', () => {
  test('looks up no host and calls none, whatever a script of the deck tries', async () => {
    const deck = join(folder, 'slides/asking');
    mkdirSync(deck, { recursive: true });
    writeFileSync(
      join(deck, 'deck.md'),
      '---\nlang: en\nscripts: asking.js\n---\n# Ports\n\n```mermaid {alt="A"}\nflowchart LR\nA@{ img: "http://named.invalid/a.png" } --> B\n```\n',
    );
    writeFileSync(join(deck, 'asking.js'), asking);
    const { executable, env: needed } = await findBrowser('bundled', env, new AbortController().signal);
    const log = join(folder, 'measuring.json');
    const wrapper = join(folder, 'headless-shell');
    const set = Object.entries(needed).flatMap(([name, value]) =>
      value !== undefined && env[name] !== value ? [`export ${name}='${value}'`] : [],
    );
    const flags = logging(log).map((flag) => `'${flag}'`);
    writeFileSync(wrapper, `#!/bin/sh\n${set.join('\n')}\nexec '${executable}' ${flags.join(' ')} "$@"\n`);
    chmodSync(wrapper, 0o755);
    const { printed } = await run(['check', 'asking', '--force', '--browser', wrapper], folder);
    expect(printed.join('\n')).toMatch(
      /remote-resource The deck asks for http:\/\/192\.0\.2\.1\/a\.png|http:\/\/named\.invalid/,
    );
    const { lookedUp, connected } = readNetLog(log);
    expect(lookedUp.filter((host) => !/~notfound/i.test(host))).toEqual([]);
    expect(connected).toEqual([]);
  });

  test('what it tries is seen in the log of a browser without its flags', async () => {
    const logged = await launchLogged(folder);
    const page = await logged.browser.newPage();
    const file = join(folder, 'control.html');
    writeFileSync(file, `<!doctype html><body><script>${asking}</script>`);
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    const { lookedUp, connected } = await logged.close();
    expect(lookedUp).toEqual(expect.arrayContaining(['http://named.invalid', 'http://localhost:3471']));
    expect(connected).toEqual(expect.arrayContaining(['127.0.0.1:3472', '127.0.0.1:3478']));
  });
});
