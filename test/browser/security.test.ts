import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { parse, serialize } from 'parse5';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elements } from '../../src/render/tree.js';
import { root, run } from '../support/command.js';
import { launchRecorded, type RecordedBrowser } from '../support/recorded-browser.js';
import { serveFolder } from '../support/site-server.js';
import { layTripwire, provokeAll, tellTrips } from '../support/tripwire.js';

const fixtures = join(root, 'test/fixtures/security');
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-security-'));
const secret = 'SECRET-7f3a0c-OUTSIDE';
let recorded: RecordedBrowser;
let reported = '';

beforeAll(async () => {
  recorded = await launchRecorded();
  layDecks();
  for (const [mode, decks] of [
    ['untrusted', ['markup', 'data', 'paths']],
    ['trusted', ['markup', 'data']],
  ] as const) {
    const options = [
      '--quiet',
      '--draft',
      '--out',
      join(folder, mode),
      ...(mode === 'untrusted' ? ['--untrusted', '--no-sandbox'] : []),
    ];
    const made = await run(['export', ...decks, '--to', 'html', ...options], folder);
    if (mode === 'untrusted') await run(['export', 'data', '--to', 'reader', ...options], folder);
    const built = await run(['build', ...decks, ...options], folder);
    if (mode === 'untrusted') reported = [...made.reported, ...built.reported].join('\n');
  }
});

afterAll(async () => {
  await recorded.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The decks, and beside them what they must not reach: by a path, by a link, through a linked folder. */
function layDecks(): void {
  const outside = join(folder, 'outside');
  mkdirSync(outside);
  for (const deck of ['markup', 'data', 'paths']) cpSync(join(fixtures, deck), join(folder, deck), { recursive: true });
  for (const kind of ['png', 'mp4', 'vtt', 'svg', 'html', 'txt', 'css', 'js', 'csl', 'md']) {
    writeFileSync(join(outside, `secret.${kind}`), kind === 'md' ? `## ${secret}\n` : secret);
    symlinkSync(join(outside, `secret.${kind}`), join(folder, 'paths', `link.${kind}`));
  }
  symlinkSync(outside, join(folder, 'paths/folder'));
  const deck = join(folder, 'paths/deck.md');
  const text = readFileSync(deck, 'utf8').replaceAll('OUTSIDE', outside).replaceAll('LONG', 'a'.repeat(5000));
  writeFileSync(deck, text);
}

const singleFile = (mode: string, deck: string): string => join(folder, mode, 'export', deck, `${deck}.html`);

/** Opens a deck, goes over every slide and step of it, does what a reader can do, and says what ran and what was asked for. */
async function walk(url: string): Promise<readonly string[]> {
  const page = await recorded.browser.newPage();
  const before = recorded.asked.length;
  const files: string[] = [];
  page.on('request', (request) => {
    const isOther = request.url().startsWith('file:') && !request.url().startsWith(url);
    if (isOther) files.push(request.url());
  });
  const tripped = await layTripwire(page);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.deck?.isReady());
  const view = url.startsWith('file:') ? await openSpeakerView(page) : null;
  await page.evaluate(`globalThis.provokeAll = ${provokeAll}`);
  const ids = await page.evaluate(() => deck.getSlides().map(({ id }) => id));
  for (const id of ids) {
    await page.evaluate((one) => {
      const slide = document.getElementById(one);
      const { h, v } = deck.getIndices(slide ?? undefined);
      deck.slide(h, v, 99);
      if (slide !== null) (globalThis as unknown as { provokeAll: typeof provokeAll }).provokeAll(slide);
      if (slide?.querySelector('template.evidence') != null) deck.triggerKey(69);
    }, id);
    await page.keyboard.press('Escape');
  }
  for (const key of ['z', 'Escape', 'o', 'Escape', '?', 'Escape', 'b', 'b'] as const) await page.keyboard.press(key);
  // Whatever waits in the page's queue runs before this answers.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await page.evaluate(() => deck.getSlides().length)).toBe(ids.length);
  await view?.close();
  await page.close();
  return [...tripped, ...files, ...recorded.asked.slice(before)];
}

/** A slide's notes are shown there too; a site has none. */
async function openSpeakerView(page: Page): Promise<Page | null> {
  const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const view = await opened;
  await view?.waitForFunction(() => document.readyState === 'complete' && document.body.childElementCount > 0);
  await view?.evaluate(tellTrips);
  await page.bringToFront();
  return view;
}

describe('the tripwire', () => {
  test('fires for most payloads on a page without defences, and in its popups', async () => {
    const payloads = readFileSync(join(fixtures, 'markup/deck.md'), 'utf8').split('\n---\n\n').slice(1);
    expect(payloads.length).toBeGreaterThanOrEqual(110);
    const md = new MarkdownIt({ html: true });
    md.validateLink = () => true;
    const file = join(folder, 'control.html');
    writeFileSync(file, '<!doctype html><title>Control</title>');
    const page = await recorded.browser.newPage();
    const tripped = await layTripwire(page);
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(
      async (pages, provoke) => {
        const act = new Function(`return ${provoke}`)() as typeof provokeAll;
        window.open('about:blank')?.document.write('<img src="http://trip.invalid/popup.png">');
        for (const html of pages) {
          const frame = document.createElement('iframe');
          frame.srcdoc = html;
          document.body.append(frame);
          await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
          if (frame.contentDocument !== null) act(frame.contentDocument);
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
      },
      payloads.map((payload) => md.render(payload)),
      String(provokeAll),
    );
    await page.close();
    expect(recorded.asked).toContain('http://trip.invalid/popup.png');
    expect(recorded.asked).toContain('http://trip.invalid/svg-12');
    expect(tripped.size).toBeGreaterThan(50);
  });
});

describe.each(['untrusted', 'trusted'])('an %s deck', (mode) => {
  test.each(['markup', 'data', ...(mode === 'untrusted' ? ['paths'] : [])])(
    '%s: nothing runs in the single file',
    async (deck) => {
      expect(await walk(pathToFileURL(singleFile(mode, deck)).href)).toEqual([]);
    },
  );

  test.runIf(mode === 'trusted')('nothing runs on the site, whose policy admits its own files', async () => {
    const { url, close } = await serveFolder(join(folder, mode, 'site'));
    try {
      expect(await walk(`${url}markup/`)).toEqual([]);
    } finally {
      await close();
    }
  });

  test.runIf(mode === 'untrusted')(
    'holds nothing that could run, restyle, submit or embed, and nothing from outside its folder',
    async () => {
      const pages = ['markup', 'data', 'paths'].map((deck) => singleFile(mode, deck));
      pages.push(join(folder, mode, 'export/data/reader.html'));
      for (const page of pages) {
        const html = readFileSync(page, 'utf8');
        expect(decoded(html)).not.toContain(secret);
        const slides = elements(parse(html)).filter((element) =>
          element.attrs.some(({ name }) => name === 'data-layout' || name === 'data-bookmark'),
        );
        const inside = slides.flatMap((slide) => elements(slide));
        expect(inside.length).toBeGreaterThan(slides.length);
        expect(inside.filter(({ tagName }) => refused.test(tagName)).map(({ tagName }) => tagName)).toEqual([]);
        const attributes = [...slides, ...inside].flatMap(({ attrs }) => attrs);
        expect(
          attributes.filter(({ name }) =>
            /^(on|srcdoc|name$|data-notes|data-background-iframe|data-preview)/.test(name),
          ),
        ).toEqual([]);
        expect(attributes.filter(({ value }) => value.includes('--tripped'))).toEqual([]);
        const links = attributes
          .filter(({ name }) => ['href', 'src', 'xlink:href'].includes(name))
          .map(({ value }) => value);
        expect(
          links.filter((link) =>
            /^\s*(javascript|vbscript|file|blob|data:(?!,$|(image|video|audio)\/|text\/vtt|application\/pdf))/i.test(
              link,
            ),
          ),
        ).toEqual([]);
      }
      const site = readdirSync(join(folder, mode, 'site'), { recursive: true, encoding: 'utf8' });
      expect(
        site.filter(
          (name) => /\.(html?|js|xml)$/.test(name) && !/(^|\/)(index\.html|(deck|on-demand)-\w+\.js)$/.test(name),
        ),
      ).toEqual([]);
      expect(
        site
          .map((name) => join(folder, mode, 'site', name))
          // The list of a site's slides has their ids.
          .filter((path) => holds(path, secret) || (!path.endsWith('deck.json') && holds(path, 'path-14'))),
      ).toEqual([]);
      expect(reported).toContain("link.png lies outside the deck's folder");
    },
  );
});

/** The gallery's one style attribute, and its picture files, whose markup is written anew. */
const writtenByAuthor = / style="margin[^"]*"|data:image\/svg\+xml;base64,[^"]*/g;

test('what the tool itself draws and sets passes the sanitiser unchanged', async () => {
  const slidesOf = async (mode: string, ...options: readonly string[]): Promise<readonly string[]> => {
    const out = join(folder, `own-${mode}`);
    await run(['export', 'gallery', '--to', 'html', '--quiet', '--out', out, ...options], root);
    const page = parse(readFileSync(join(out, 'export/gallery/gallery.html'), 'utf8'));
    const slides = elements(page, 'section').filter(({ attrs }) => attrs.some(({ name }) => name === 'data-layout'));
    return slides.map((slide) => serialize(slide).replace(writtenByAuthor, ''));
  };
  const trusted = await slidesOf('trusted');
  expect(trusted.length).toBeGreaterThan(50);
  expect(await slidesOf('untrusted', '--untrusted', '--no-sandbox')).toEqual(trusted);
});

const refused =
  /^(script|style|iframe|form|base|meta|link|object|embed|foreignobject|animate|set|textarea|select|dialog)$/i;

/** A page with what its data URIs hold. */
function decoded(html: string): string {
  return html.replace(/data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)/g, (_, data) =>
    Buffer.from(data, 'base64').toString('latin1'),
  );
}

function holds(path: string, words: string): boolean {
  return statSync(path).isFile() && !path.endsWith('.html') && readFileSync(path, 'latin1').includes(words);
}
