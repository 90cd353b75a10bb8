import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { benchDeck } from './deck.js';

const run = promisify(execFile);

/** The command, as it is built. */
export const cli = fileURLToPath(new URL('../../dist/lib/cli.js', import.meta.url));

export type BrowserChoice = 'bundled' | 'system';

/** A temporary folder with decks in it, and what is done there. */
export interface Workplace {
  readonly folder: string;
  /** Runs the command there, as a process of its own. */
  readonly pilcrow: (...args: readonly string[]) => Promise<void>;
  readonly node: (...args: readonly string[]) => Promise<void>;
  /** Makes a deck of that name if there is none yet. */
  readonly deck: (name: string, slides: number, diagrams?: number) => void;
  /** Forgets what is kept: always the outputs and what was judged, and what is named of drawings and layouts. */
  readonly forget: (...kinds: readonly string[]) => void;
  /** Forgets the outputs alone, as if another command had run. */
  readonly forgetOutputs: () => void;
  /** Chromium by itself: started, given the finished HTML of a deck, asked to print or to show it, ended. */
  readonly print: (deck: string, choice: BrowserChoice) => Promise<void>;
  readonly photograph: (deck: string, choice: BrowserChoice) => Promise<void>;
  /** Bytes that the first load of a deck's site takes, packed: its page, and the code beside it. */
  readonly firstLoad: (deck: string) => { readonly page: number; readonly code: number };
  readonly remove: () => void;
}

export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));
  const cache = join(folder, 'node_modules/.cache/pilcrow');
  mkdirSync(cache, { recursive: true });
  cpSync('slides/belarus-deterrence', join(folder, 'slides/belarus-deterrence'), { recursive: true });
  const node = async (...args: readonly string[]): Promise<void> => {
    await run(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 });
  };
  const pilcrow = (...args: readonly string[]): Promise<void> => node(cli, ...args);
  const forget = (...kinds: readonly string[]): void => {
    for (const kind of ['outputs', 'judgements', ...kinds]) rmSync(join(cache, kind), { recursive: true, force: true });
  };
  const forgetOutputs = (): void => rmSync(join(cache, 'outputs'), { recursive: true, force: true });
  return { folder, node, pilcrow, deck, forget, forgetOutputs, print, photograph, firstLoad, remove };

  function deck(name: string, slides: number, diagrams = 0): void {
    const at = join(folder, 'slides', name);
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'deck.md'), benchDeck(slides, diagrams));
  }

  async function print(name: string, choice: BrowserChoice): Promise<void> {
    const file = await finished(name);
    await withBrowser(choice, (browser) =>
      browser.withPage({ allow: () => true }, async (page) => {
        await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false, timeout: 0 });
      }),
    );
  }

  async function photograph(name: string, choice: BrowserChoice): Promise<void> {
    const file = await finished(name);
    await withBrowser(choice, (browser) =>
      browser.withPage({ allow: () => true }, async (page) => {
        await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
        await page.screenshot();
      }),
    );
  }

  /** A deck's pages as they stand in print view, without the scripts that put them there. */
  async function finished(name: string): Promise<string> {
    const file = join(folder, `${name}.html`);
    if (readdirSync(folder).includes(`${name}.html`)) return file;
    await pilcrow('export', name, '--to', 'html', '--quiet', '--browser', 'bundled');
    const single = join(folder, 'dist/export', name, `${name}.html`);
    await withBrowser('bundled', (browser) =>
      browser.withPage({ allow: () => true }, async (page) => {
        await page.goto(`${pathToFileURL(single).href}?view=print`, { waitUntil: 'load' });
        await page.waitForFunction(() => document.querySelector('.pdf-page') !== null, { timeout: 0 });
        const html = await page.evaluate(() => {
          for (const element of document.querySelectorAll('script, meta[http-equiv]')) element.remove();
          return `<!doctype html>${document.documentElement.outerHTML}`;
        });
        writeFileSync(file, html);
      }),
    );
    return file;
  }

  function firstLoad(name: string): { readonly page: number; readonly code: number } {
    const site = join(folder, 'dist/site', name);
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
    const first = files.filter((file) => !file.includes('on-demand-'));
    const packed = (end: RegExp): number =>
      first
        .filter((file) => end.test(file))
        .reduce((sum, file) => sum + gzipSync(readFileSync(join(site, file)), { level: 9 }).length, 0);
    return { page: packed(/\.html$/), code: packed(/\.(js|css)$/) };
  }

  function remove(): void {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Uses a browser of its own and ends it. */
export async function withBrowser<T>(
  choice: BrowserChoice,
  use: (browser: BrowserProvider) => Promise<T>,
  host?: string,
): Promise<T> {
  const browser = createBrowserProvider({ choice, env: process.env, ...(host === undefined ? {} : { host }) });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
