import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** A folder on a server of its own, and what was asked of it. */
export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webm': 'video/webm',
};

/** Serves a folder as any web server would; what is not there is a 404. */
export async function serve(folder: string): Promise<Served> {
  const server: Server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': types[extname(file)] ?? '' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Everything a page asks for, `data:` left out, and what goes wrong in it. Attach it before the page goes anywhere. */
export function record(page: Page): { readonly requests: string[]; readonly trouble: string[] } {
  const requests: string[] = [];
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) trouble.push(message.text());
  });
  return { requests, trouble };
}

/** Waits for a deck and goes through all its slides and steps; returns the ids of the slides in the order they came. */
export async function goThrough(page: Page): Promise<readonly string[]> {
  await page.waitForFunction('globalThis.deck?.isReady()', { timeout: 20_000 });
  return page.evaluate(() => {
    const { deck } = globalThis as unknown as { readonly deck: RunningDeck };
    const seen = [deck.getCurrentSlide().id];
    for (let clicks = 0; clicks < 500 && (deck.getProgress() < 1 || deck.availableFragments().next); clicks++) {
      deck.next();
      const { id } = deck.getCurrentSlide();
      if (seen.at(-1) !== id) seen.push(id);
    }
    return seen;
  });
}

interface RunningDeck {
  next(): void;
  getCurrentSlide(): Element;
  getProgress(): number;
  availableFragments(): { readonly next: boolean };
}

/** Files below a folder, their paths relative to it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
