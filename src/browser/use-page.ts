import { tmpdir } from 'node:os';
import type { Browser, CDPSession, HTTPRequest, Page } from 'puppeteer-core';
import { DeckError } from '../error.js';
import type { PageOptions } from './browser-provider.js';
import type { RunningBrowser } from './launch-browser.js';

/** Opens a page that loads only what is allowed, hands it over and closes it; fails when the browser dies under it. */
export async function usePage<T>(
  { browser, session }: Pick<RunningBrowser, 'browser' | 'session'>,
  { allow, javaScript = true }: PageOptions,
  use: (page: Page, blocked: readonly string[]) => Promise<T>,
): Promise<T> {
  const death = watch(browser, session);
  try {
    return await Promise.race([death.dead, open()]);
  } catch (error) {
    throw isItsEnd(error, browser) ? browserFailed(error) : error;
  } finally {
    death.forget();
  }

  async function open(): Promise<T> {
    const page = await browser.newPage();
    const blocked: string[] = [];
    try {
      // A page that asks something would wait for its answer for ever.
      page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
      await Promise.all([
        page.setJavaScriptEnabled(javaScript),
        page.setViewport({ width: 1280, height: 720 }),
        page.setRequestInterception(true),
        page.evaluateOnNewDocument(nameShim),
      ]);
      page.on('request', (request) => answer(request, allow, blocked));
      return await use(page, blocked);
    } finally {
      if (browser.connected) await page.close();
    }
  }
}

/**
 * Puppeteer's names for a browser, a page or a connection that went away, or does not answer within 180 s; and Chromium's for a
 * page of ours that it cannot load, as when it has no room for its own files.
 */
function isItsEnd(error: unknown, { connected }: Browser): error is Error {
  if (!(error instanceof Error) || error instanceof DeckError) return false;
  const failed = /^net::ERR_(?!ACCESS_DENIED)|'protocolTimeout'/.test(error.message);
  return !connected || failed || ['TargetCloseError', 'ConnectionClosedError'].includes(error.name);
}

function answer(request: HTTPRequest, allow: (url: string) => boolean, blocked: string[]): void {
  const url = request.url();
  const allowed = url.startsWith('data:') || url === 'about:blank' || allow(url);
  if (!allowed) blocked.push(url);
  const answered = allowed ? request.continue() : request.abort('accessdenied');
  // A request of a page that is closed by now has nobody to answer to.
  answered.catch(() => undefined);
}

/** Compilers that keep function names wrap functions in a call of `__name`; what is serialised into a page takes the call along. */
const nameShim = 'globalThis.__name ??= (value) => value;';

interface Watch {
  readonly dead: Promise<never>;
  readonly forget: () => void;
}

/** Calls to a page that is gone wait for ever, so the page's use is raced against the browser's end and the crash of a page. */
function watch(browser: Browser, session: CDPSession): Watch {
  let report: (error?: Error) => void = () => undefined;
  let fail: (error: DeckError) => void = () => undefined;
  const dead = new Promise<never>((_resolve, reject) => {
    fail = reject;
    report = (error) => reject(browserFailed(error));
  });
  const crash = (): void => fail(pageCrashed());
  dead.catch(() => undefined);
  const disconnected = (): void => report();
  const crashed = (): void => crash();
  browser.once('disconnected', disconnected);
  session.on('Target.targetCrashed', crashed);
  if (!browser.connected) report();
  return {
    dead,
    forget: () => {
      browser.off('disconnected', disconnected);
      session.off('Target.targetCrashed', crashed);
    },
  };
}

/** The browser lives, and shows the next page. */
function pageCrashed(): DeckError {
  return new DeckError(
    'page-crashed',
    `The page crashed while it was drawn, measured or printed: it took more memory than the browser has, or the browser failed at it. Run the command again; if it happens again, remove what was added last, or free some memory, or room in ${tmpdir()}.`,
  );
}

function browserFailed(cause?: Error): DeckError {
  const said = cause === undefined ? '' : ` (${cause.message.split('\n', 1)[0]})`;
  return new DeckError(
    'browser-failed',
    `The browser stopped in the middle of its work${said}. Run the command again; if it happens again, free some memory, or room in ${tmpdir()}, or choose another browser with --browser.`,
    { cause },
  );
}
