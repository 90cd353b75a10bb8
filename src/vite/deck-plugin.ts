import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Plugin, ViteDevServer } from 'vite';
import { escapeHtml } from '../escape-html.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { packageFolder } from '../system/package-folder.js';
import type { ChangedSlide, DevHello, DevProblem, DevUpdate } from './dev-update.js';
import { guardOrigin, passToVite } from './guard.js';
import { type ServedFiles, sendFile } from './send-file.js';
import { watchFiles } from './watch-files.js';

/** A deck as `dev` shows it, made anew whenever a file that concerns it is saved. */
export interface DevPage {
  /** The whole page, composed when it is asked for. */
  readonly html: () => string;
  /** In reading order, each from where its text begins; what is sent when only slides changed. */
  readonly slides: readonly { readonly id: string; readonly html: string; readonly place: Place }[];
  /** Stands for everything of the page but its slides, and for how these are stacked: when it changed, the page is loaded anew. */
  readonly frame: string;
  /** What the speaker view plans by, as the page holds it. */
  readonly plan: string;
  /** All that is wrong with the deck. It is found when first asked for, after the slide is shown. */
  readonly judge: () => Promise<readonly Diagnostic[]>;
  /** The file behind an address of the page, absolute. */
  readonly fileAt: (address: string) => string | undefined;
  /** Files as the page may have them. */
  readonly files: ServedFiles;
  /** Files whose change concerns the deck, those that are missing among them; absolute. */
  readonly watched: readonly string[];
}

export interface DevDeck {
  readonly name: string;
  /** Makes the page from the files as they are now. */
  readonly make: () => Promise<DevPage>;
}

/** Who is told how making went. */
export interface DevListener {
  readonly judged: (deck: DevDeck, diagnostics: readonly Diagnostic[]) => void;
  /** A deck could not be made at all; the next save tries again. */
  readonly failed: (error: unknown) => void;
}

/** How long the page has to itself to show a slide before all that is wrong with the deck is looked for, ms. */
const judgeAfter = 50;
const clientId = '/@pilcrow/dev.js';
const clientFile = join(packageFolder(), 'dist/lib/dev-client.js');

export interface DeckPlugin {
  readonly plugin: Plugin;
  /** Makes every deck for the first time; who asks for one before it is there waits for it. Rejects when one cannot be made at all. */
  readonly start: () => Promise<void>;
}

/**
 * The decks as a Vite plugin: serves their pages, and when a file is saved makes the decks it concerns anew and sends the
 * slides that changed, so that the reader's slide and step are kept.
 */
export function deckPlugin(decks: readonly DevDeck[], { judged, failed }: DevListener): DeckPlugin {
  const pages = new Map<string, DevPage>();
  const makings = new Map<string, number>();
  const firstMakings = new Map<string, Promise<DevPage>>();
  let server: ViteDevServer | undefined;
  let begin = (): void => undefined;
  let isClosed = false;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const allMade = decks.reduce<Promise<unknown>>((before, deck) => {
    const making = before.then(() => makeFirst(deck));
    firstMakings.set(deck.name, making);
    return making;
  }, begun);
  let working: Promise<unknown> = allMade.catch(() => undefined);
  const files = watchFiles((file) => {
    working = working.then(() => update(file)).catch((error) => failed(error));
  });
  const plugin: Plugin = {
    name: 'pilcrow-decks',
    resolveId: (id) => (id === clientId ? id : undefined),
    load: (id) => (id === clientId ? readFile(clientFile, 'utf8') : undefined),

    configureServer(vite) {
      server = vite;
      vite.environments.client.hot.on('pilcrow:hello', (hello: unknown, client) => {
        if (!isHello(hello)) return;
        const { deck, made } = hello;
        const late = makings.has(deck) && makings.get(deck) !== made;
        if (late) client.send(`pilcrow:${deck}`, { reload: true, slides: [] } satisfies DevUpdate);
      });
      vite.middlewares.use(guardOrigin);
      vite.middlewares.use(async (request, response, next) => {
        try {
          const path = pathOf(request.url ?? '/');
          if (path === undefined || !(await answer(path, request, response))) next();
        } catch (error) {
          next(error);
        }
      });
      vite.middlewares.use(passToVite(clientId));
    },

    closeBundle() {
      isClosed = true;
      files.close();
    },
  };
  return {
    plugin,
    async start() {
      begin();
      await allMade;
    },
  };

  async function make(deck: DevDeck): Promise<DevPage> {
    const page = await deck.make();
    if (isClosed) return page;
    pages.set(deck.name, page);
    makings.set(deck.name, (makings.get(deck.name) ?? 0) + 1);
    files.follow(page.watched);
    return page;
  }

  async function makeFirst(deck: DevDeck): Promise<DevPage> {
    const page = await make(deck);
    if (!isClosed) judged(deck, await page.judge());
    return page;
  }

  async function update(file: string): Promise<void> {
    for (const deck of decks) {
      const before = pages.get(deck.name);
      if (before === undefined || !before.watched.includes(file)) continue;
      const after = await make(deck);
      tell(deck, difference(before, after));
      judge(deck, after).catch((error) => failed(error));
    }
  }

  /** When the slide is on its way to the screen. What was saved meanwhile is judged in its turn, and this no more. */
  async function judge(deck: DevDeck, page: DevPage): Promise<void> {
    await pause(judgeAfter);
    if (isClosed || pages.get(deck.name) !== page) return;
    const diagnostics = await page.judge();
    if (isClosed || pages.get(deck.name) !== page) return;
    tell(deck, { reload: false, slides: [], problems: problemsOf(page, diagnostics) });
    judged(deck, diagnostics);
  }

  function tell(deck: DevDeck, update: DevUpdate): void {
    server?.environments.client?.hot.send(`pilcrow:${deck.name}`, update);
  }

  async function answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, name = '', ...rest] = path.split('/');
    const only = decks.length === 1 ? decks[0] : undefined;
    if (name === '') return only === undefined ? send(response, listOf(decks), 'text/html') : redirect(response, only);
    const page = pages.get(name) ?? (await firstMakings.get(name));
    if (page === undefined) return false;
    if (path === `/${name}`) return redirect(response, { name });
    const address = rest.join('/');
    if (address === '')
      return send(
        response,
        withClient(page, await page.judge(), { deck: name, made: makings.get(name) ?? 0 }, request.socket.localPort),
        'text/html',
      );
    const file = page.fileAt(address);
    return file === undefined ? false : sendFile(file, page.files, request, response);
  }
}

/** The path an address means; undefined where its percent signs mean nothing, which no page of ours asks for. */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** Whatever can reach the socket can send what it likes. */
function isHello(value: unknown): value is DevHello {
  if (typeof value !== 'object' || value === null) return false;
  const { deck, made } = value as Partial<Record<keyof DevHello, unknown>>;
  return typeof deck === 'string' && typeof made === 'number';
}

/** What the page must do to show `after` instead of `before`; slides that only have another id are exchanged too. */
function difference(before: DevPage, after: DevPage): DevUpdate {
  if (before.frame !== after.frame || before.slides.length !== after.slides.length) return { reload: true, slides: [] };
  const slides = after.slides.flatMap(({ html }, position): readonly ChangedSlide[] => {
    const old = before.slides[position];
    return old === undefined || old.html === html ? [] : [{ position, was: old.id, html }];
  });
  return { reload: false, slides, ...(before.plan === after.plan ? {} : { plan: after.plan }) };
}

function problemsOf({ slides }: DevPage, diagnostics: readonly Diagnostic[]): readonly DevProblem[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ place, message, cure }) => ({
      place: `${place.path}:${place.line}:${place.column ?? 1}`,
      message,
      ...(cure === undefined ? {} : { cure }),
      ...slideAt(place, slides),
    }));
}

/** The last slide that begins in the same file, at that line or above it. */
function slideAt({ path, line }: Place, slides: DevPage['slides']): Pick<DevProblem, 'slide'> {
  const slide = slides.findLast(({ place }) => place.path === path && place.line <= line);
  return slide === undefined ? {} : { slide: slide.id };
}

/** Vite's client brings the connection; ours, which deck it is and the errors it has at first. */
function withClient(
  page: DevPage,
  diagnostics: readonly Diagnostic[],
  hello: DevHello,
  port: number | undefined,
): string {
  const state = JSON.stringify({ ...hello, problems: problemsOf(page, diagnostics) }).replaceAll('<', '\\u003c');
  const scripts = [
    `<script type="application/json" id="pilcrow-dev">${state}</script>`,
    `<script type="module" src="${clientId}"></script>`,
  ];
  // The page may talk to this server, and to no other on this machine.
  const html = page
    .html()
    .replace(/(connect-src [^;"]*?) ws:(?=[ ;"])/, `$1 ws://127.0.0.1:${port} ws://localhost:${port}`);
  const end = html.lastIndexOf('</body>');
  return `${html.slice(0, end)}${scripts.join('')}${html.slice(end)}`;
}

function listOf(decks: readonly DevDeck[]): string {
  const items = decks.map(({ name }) => `<li><a href="/${encodeURIComponent(name)}/">${escapeHtml(name)}</a>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Decks</title><h1>Decks</h1><ul>${items.join('')}</ul>`;
}

function send(response: ServerResponse, body: string | Uint8Array, type: string): true {
  response.writeHead(200, {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
  });
  response.end(body);
  return true;
}

function redirect(response: ServerResponse, { name }: Pick<DevDeck, 'name'>): true {
  response.writeHead(302, { location: `/${encodeURIComponent(name)}/` });
  response.end();
  return true;
}
