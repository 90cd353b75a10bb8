import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { DeckError } from '../error.js';
import type { PageOptions } from './browser-provider.js';

/** Opens a page that loads only what is allowed, hands it over and closes it; fails when the browser dies under it. */
export async function usePage<T>(
  browser: Browser,
  { allow, javaScript = true }: PageOptions,
  use: (page: Page, blocked: readonly string[]) => Promise<T>,
): Promise<T> {
  const death = watch(browser);
  try {
    return await Promise.race([death.dead, open()]);
  } catch (error) {
    throw error instanceof Error && error.name === 'TargetCloseError' ? browserFailed(error) : error;
  } finally {
    death.forget();
  }

  async function open(): Promise<T> {
    const page = await browser.newPage();
    const blocked: string[] = [];
    try {
      page.on('error', death.report);
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
  readonly report: (error: Error) => void;
  readonly forget: () => void;
}

/** Calls to a page that is gone wait for ever, so the page's use is raced against the browser's end. */
function watch(browser: Browser): Watch {
  let report: (error?: Error) => void = () => undefined;
  const dead = new Promise<never>((_resolve, reject) => {
    report = (error) => reject(browserFailed(error));
  });
  dead.catch(() => undefined);
  const disconnected = (): void => report();
  browser.once('disconnected', disconnected);
  if (!browser.connected) report();
  return { dead, report, forget: () => browser.off('disconnected', disconnected) };
}

function browserFailed(cause?: Error): DeckError {
  return new DeckError(
    'browser-failed',
    `The browser stopped in the middle of its work${cause === undefined ? '' : ` (${cause.message})`}. Run the command again; if it happens again, free some memory or choose another browser with --browser.`,
    { cause },
  );
}
