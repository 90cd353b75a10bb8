import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { DeckError } from '../error.js';
import { temporaryFolder } from '../system/temporary-folder.js';
import { type Answer, type BrowserProvider, onlyFiles } from './browser-provider.js';

/** A document of ours that a page shows. */
export interface ShownDocument {
  /** For its file. */
  readonly name: string;
  /** Its text, whole. `addressOf` gives the address of a script beside it. */
  readonly html: (addressOf: (script: string) => string) => string;
  /** Scripts that it loads: files of this machine, absolute and without links. */
  readonly scripts?: readonly string[];
  /** Files that it names by their names alone. */
  readonly beside?: readonly FileBeside[];
}

export interface FileBeside {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  /** What another stage makes of it; absent where the page gets it as it is. */
  readonly made?: () => Uint8Array | undefined;
}

/** A page for a document, which is not opened yet: `address` is where it is. */
export interface DocumentPage {
  readonly page: Page;
  readonly address: URL;
  /** Grows by every address that was asked for and not allowed. */
  readonly blocked: readonly string[];
}

/** Gives a page that may load this document and nothing else: as a file to a browser of this machine, over the protocol to one elsewhere. */
export async function showDocument<T>(
  document: ShownDocument,
  browser: BrowserProvider,
  use: (shown: DocumentPage) => Promise<T>,
): Promise<T> {
  return browser.isElsewhere ? sendDocument(document, browser, use) : writeDocument(document, browser, use);
}

async function writeDocument<T>(
  { name, html, scripts = [], beside = [] }: ShownDocument,
  browser: BrowserProvider,
  use: (shown: DocumentPage) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder(name);
  try {
    const others: string[] = [];
    for (const one of beside) {
      const { made, path } = one;
      others.push(await (made === undefined ? folder.copy(one.name, path) : folder.write(one.name, made() ?? '')));
    }
    const file = await folder.write(`${name}.html`, html(addressOfFile));
    return await browser.withPage({ allow: onlyFiles(file, ...others, ...scripts) }, (page, blocked) =>
      use({ page, blocked, address: pathToFileURL(file) }),
    );
  } finally {
    await folder.remove();
  }
}

function addressOfFile(file: string): string {
  return pathToFileURL(file).href;
}

/**
 * Nobody is asked for this address: each request for it is answered over the protocol. Under `localhost` a page may do what it may when
 * it is opened as a file (W3C Secure Contexts, 3.1), and unlike under `https` no request of it is changed before it is seen.
 */
const origin = 'http://pilcrow.localhost';

/** Chromium takes messages of 100 MB, in which a document stands as base64, bytes. */
const most = 70 * 2 ** 20;

async function sendDocument<T>(
  { name, html, scripts = [], beside = [] }: ShownDocument,
  browser: BrowserProvider,
  use: (shown: DocumentPage) => Promise<T>,
): Promise<T> {
  const addressOf = (script: string): string => `${origin}/${encodeURIComponent(basename(script))}`;
  const address = new URL(`${origin}/${name}.html`);
  const body = Buffer.from(html(addressOf));
  if (body.length > most) throw tooLarge(body.length);
  const answers = new Map<string, Answer>([[address.href, { type: 'text/html; charset=utf-8', body }]]);
  for (const script of scripts)
    answers.set(addressOf(script), { type: 'text/javascript; charset=utf-8', body: await readFile(script) });
  for (const { name: file, path, type, made } of beside) {
    const bytes = made === undefined ? await readFile(path) : (made() ?? '');
    if (bytes.length > most) throw tooLarge(bytes.length);
    answers.set(`${origin}/${file}`, { type, body: bytes });
  }
  return browser.withPage({ allow: () => false, answers }, (page, blocked) => use({ page, blocked, address }));
}

function tooLarge(length: number): DeckError {
  const [is, may] = [length, most].map((bytes) => `${Math.ceil(bytes / 2 ** 20)} MB`);
  return new DeckError(
    'deck-not-ready',
    `The deck has ${is} as one file with its pictures, and a browser elsewhere is sent ${may} at most. Make its pictures or films smaller, or use a browser of this machine.`,
  );
}
