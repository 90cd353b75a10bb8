import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { DeckError } from '../error.js';
import type { Environment } from './find-browser.js';
import type { RunningBrowser, SandboxUse } from './launch-browser.js';
import { usePage } from './use-page.js';

/** What a page may load. `data:` addresses carry their content and are always allowed. */
export interface PageOptions {
  readonly allow: (url: string) => boolean;
  /** Off: the page's own scripts do not run. On when not given. */
  readonly javaScript?: boolean;
}

/** One browser for a whole command, started when it is first needed and closed with `close`. */
export interface BrowserProvider {
  /** Whether a browser was started, or is being started. */
  readonly launched: boolean;
  /** Begins to start it, for work that is sure to need it: it starts beside this process. What fails then is said by `withPage`. */
  readonly prepare: () => void;
  /**
   * Opens a page, hands it to `use`, and closes it. `blocked` grows by every address that was asked for and not allowed.
   * When the browser dies under it, throws a DeckError `browser-failed`; when it was closed meanwhile, `interrupted`.
   */
  readonly withPage: <T>(
    options: PageOptions,
    use: (page: Page, blocked: readonly string[]) => Promise<T>,
  ) => Promise<T>;
  /** What was started; undefined when nothing was, or it did not start. */
  readonly started: () => Promise<Pick<RunningBrowser, 'origin' | 'unsandboxed'> | undefined>;
  /** Leaves no process and no folder; may be called twice, and while a page is in use. */
  readonly close: () => Promise<void>;
}

export interface BrowserProviderOptions {
  /** `bundled`, `system` or a path; else the environment decides. */
  readonly choice?: string;
  readonly env: Environment;
  /** `if-possible` when not given. */
  readonly sandbox?: SandboxUse;
  /** The one host that pages may ask, for what has to be opened from a server, such as `127.0.0.1`. None when not given. */
  readonly host?: string;
}

/** Pages in use side by side, of all decks together: more would only take memory. No page is asked for by what uses one. */
const pagesAtOnce = 3;

/** Nothing is looked for, loaded or started before a page is asked for or prepared. */
export function createBrowserProvider({ choice, env, sandbox, host }: BrowserProviderOptions): BrowserProvider {
  const closing = new AbortController();
  const pages = queue(pagesAtOnce);
  let running: Promise<RunningBrowser> | undefined;
  let isPrepared = false;
  const start = async (): Promise<RunningBrowser> => {
    const { launchBrowser } = await import('./launch-browser.js');
    return launchBrowser(choice, env, closing.signal, sandbox, host);
  };
  /** In a command that goes on, such as `dev`, a browser that died is followed by another. */
  const living = async (): Promise<RunningBrowser> => {
    if (running !== undefined && isPrepared) {
      isPrepared = false;
      return running;
    }
    const before = running;
    const found = await before?.catch(() => undefined);
    if (found?.browser.connected) return found;
    if (closing.signal.aborted) throw interrupted();
    if (running === before || running === undefined) running = start();
    await found?.stop();
    return running;
  };
  return {
    get launched() {
      return running !== undefined;
    },
    prepare() {
      if (running !== undefined || closing.signal.aborted) return;
      running = start();
      running.catch(() => undefined);
      isPrepared = true;
    },
    async withPage(options, use) {
      if (closing.signal.aborted) throw interrupted();
      const leave = await pages.enter();
      try {
        if (closing.signal.aborted) throw interrupted();
        return await usePage(await living(), options, use);
      } catch (error) {
        throw closing.signal.aborted ? interrupted() : error;
      } finally {
        leave();
      }
    },
    async started() {
      return running?.catch(() => undefined);
    },
    async close() {
      closing.abort();
      const started = await running?.catch(() => undefined);
      await started?.stop();
    },
  };
}

/** Allows `file:` addresses in these folders, and nothing else. Folders are absolute and without links. */
export function filesIn(...folders: readonly string[]): (url: string) => boolean {
  return (url) => {
    const path = pathOf(url);
    return (
      path !== undefined && folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    );
  };
}

/** Allows these files, and nothing else. Paths are absolute and without links. */
export function onlyFiles(...files: readonly string[]): (url: string) => boolean {
  return (url) => files.includes(pathOf(url) ?? '');
}

/**
 * Paths are compared, not addresses: browsers and Node escape different characters. Undefined for what names no file of this machine:
 * in a page from `file:` the address `//host/a` is a file of another one.
 */
function pathOf(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}

function interrupted(): DeckError {
  return new DeckError('interrupted', 'Stopped: the browser was closed before its work was done.');
}

/** Lets so many in at a time, in the order they came; `enter` gives what lets the next one in. */
function queue(most: number): { readonly enter: () => Promise<() => void> } {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) inside -= 1;
    else next();
  };
  return {
    async enter() {
      if (inside < most) inside += 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
      return leave;
    },
  };
}
