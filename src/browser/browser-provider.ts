import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserSupply, SupplyOptions } from './browser-supply.js';
import type { Environment } from './find-browser.js';
import { interrupted } from './interrupted.js';
import type { SandboxUse } from './launch-browser.js';
import { localBrowser } from './local-browser.js';
import { browserPool } from './remote/browser-pool.js';
import { remoteEndpoints } from './remote/remote-endpoints.js';
import { usePage } from './use-page.js';

/** What a page may load. `data:` addresses carry their content and are always allowed. */
export interface PageOptions {
  /** Of this machine's files and hosts; a browser elsewhere is asked for none of them. */
  readonly allow: (url: string) => boolean;
  /** What is sent for an address instead of asking anybody for it, by the address without what follows `?` or `#`. */
  readonly answers?: ReadonlyMap<string, Answer>;
  /** Off: the page's own scripts do not run. On when not given. */
  readonly javaScript?: boolean;
}

/** What is sent for an address. */
export interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The browsers of a whole command, started or called when one is first needed and closed with `close`. */
export interface BrowserProvider {
  /** Whether pages are shown on another machine, which cannot read what lies on this one. */
  readonly isElsewhere: boolean;
  /** Whether a browser was started, or is being started. */
  readonly launched: boolean;
  /** Begins to start it, for work that is sure to need it: it starts beside this process. What fails then is said by `withPage`. */
  readonly prepare: () => void;
  /**
   * Opens a page, hands it to `use`, and closes it. `blocked` grows by every address that was asked for and not allowed.
   * When the browser dies under it, throws a DeckError `browser-failed`, unless there are others elsewhere, with a page of which `use` is
   * called once more; when it was closed meanwhile, `interrupted`.
   */
  readonly withPage: <T>(
    options: PageOptions,
    use: (page: Page, blocked: readonly string[]) => Promise<T>,
  ) => Promise<T>;
  /** What was started; undefined when nothing was, or it did not start. */
  readonly started: BrowserSupply['started'];
  /** Changes whenever another browser, or another version, would be taken: what it makes may look different. */
  readonly identity: () => Promise<string>;
  /** Leaves no process, no folder and no page of ours elsewhere; may be called twice, and while a page is in use. */
  readonly close: () => Promise<void>;
}

export interface BrowserProviderOptions {
  /** `bundled`, `system`, a path, or addresses of browsers elsewhere with commas between them; else the environment decides. */
  readonly choice?: string;
  readonly env: Environment;
  /** `if-possible` when not given. */
  readonly sandbox?: SandboxUse;
  /** The one host that pages may ask, for what has to be opened from a server, such as `127.0.0.1`. None when not given. */
  readonly host?: string;
  /** Told which of several browsers is left out, and why. Nobody is when not given. */
  readonly report?: (line: string) => void;
}

/** Pages in use side by side in a browser, of all decks together: more would only take memory. No page is asked for by what uses one. */
const pagesAtOnce = 3;

/** Nothing is looked for, loaded, started or called before a page is asked for or prepared. A DeckError `usage` where an address is none. */
export function createBrowserProvider(options: BrowserProviderOptions): BrowserProvider {
  const { choice, env, sandbox, host, report = () => undefined } = options;
  const closing = new AbortController();
  const endpoints = remoteEndpoints(choice ?? (env.PILCROW_BROWSER || undefined));
  const supplied: SupplyOptions = { signal: closing.signal, sandbox, report };
  const supply = endpoints ? browserPool(endpoints, supplied) : localBrowser(choice, env, host, supplied);
  const pages = queue(pagesAtOnce * (endpoints?.length ?? 1));
  let identity: Promise<string> | undefined;
  return {
    isElsewhere: supply.isElsewhere,
    get launched() {
      return supply.launched;
    },
    prepare: supply.prepare,
    async withPage(options, use) {
      if (closing.signal.aborted) throw interrupted();
      const leave = await pages.enter();
      try {
        if (closing.signal.aborted) throw interrupted();
        return await supply.use((running) => usePage(running, options, use));
      } catch (error) {
        throw closing.signal.aborted ? interrupted() : error;
      } finally {
        leave();
      }
    },
    started: supply.started,
    identity: () => (identity ??= supply.identity()),
    async close() {
      closing.abort();
      await supply.stop();
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
