import { tmpdir } from 'node:os';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { DeckError } from '../error.js';
import type { PageOptions } from './browser-provider.js';
import type { RunningBrowser } from './launch-browser.js';

/** Opens a page that loads only what is allowed, hands it over and closes it; fails when the browser dies under it. */
export async function usePage<T>(
  running: RunningBrowser,
  options: PageOptions,
  use: (page: Page, blocked: readonly string[]) => Promise<T>,
): Promise<T> {
  const { browser, isElsewhere } = running;
  const { javaScript = true } = options;
  const death = watch(running);
  try {
    return await Promise.race([death.dead, open()]);
  } catch (error) {
    throw isItsEnd(error, browser) ? browserFailed(error) : error;
  } finally {
    death.forget();
  }

  async function open(): Promise<T> {
    const page = await running.newPage();
    const blocked: string[] = [];
    try {
      // A page that asks something would wait for its answer for ever.
      page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
      await Promise.all([
        page.setJavaScriptEnabled(javaScript),
        page.setViewport({ width: 1280, height: 720 }),
        page.setRequestInterception(true),
        page.evaluateOnNewDocument(nameShim),
        ...(isElsewhere ? [page.evaluateOnNewDocument(inPlaceOfFlags)] : []),
      ]);
      page.on('request', (request) => answer(request, options, isElsewhere, blocked));
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

function answer(request: HTTPRequest, { allow, answers }: PageOptions, isElsewhere: boolean, blocked: string[]): void {
  const url = request.url();
  const own = answers?.get(url.replace(/[?#].*$/s, ''));
  const isAllowed = url.startsWith('data:') || url === 'about:blank' || (!isElsewhere && allow(url));
  if (own === undefined && !isAllowed) blocked.push(url);
  const answered =
    own !== undefined
      ? request.respond({ status: 200, headers: confined, contentType: own.type, body: own.body })
      : isAllowed
        ? request.continue()
        : request.abort('accessdenied');
  // A request of a page that is closed by now has nobody to answer to.
  answered.catch(() => undefined);
}

/**
 * A page that is sent to a browser elsewhere opens no window, whose requests nobody here would answer, and has no name looked up ahead of
 * a request: that browser was started without our flags.
 */
const confined = {
  'content-security-policy': 'sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-pointer-lock',
  'x-dns-prefetch-control': 'off',
};

/**
 * In place of flags: WebRTC and WebTransport, which pass by what answers a page's requests, are not there, and no scrollbar takes room. Not by
 * a session of its own over the protocol: Chromium then forgets what another session emulates when the page is loaded.
 */
const inPlaceOfFlags = `
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) delete globalThis[name];
{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { scrollbar-width: none }');
  document.adoptedStyleSheets = [sheet];
}`;

/** Compilers that keep function names wrap functions in a call of `__name`; what is serialised into a page takes the call along. */
const nameShim = 'globalThis.__name ??= (value) => value;';

interface Watch {
  readonly dead: Promise<never>;
  readonly forget: () => void;
}

/** Calls to a page that is gone wait for ever, so the page's use is raced against the browser's end and the crash of a page. */
function watch({ browser, session, owns }: RunningBrowser): Watch {
  let report: (error?: Error) => void = () => undefined;
  let fail: (error: DeckError) => void = () => undefined;
  const dead = new Promise<never>((_resolve, reject) => {
    fail = reject;
    report = (error) => reject(browserFailed(error));
  });
  const crash = (): void => fail(pageCrashed());
  dead.catch(() => undefined);
  const disconnected = (): void => report();
  const crashed = ({ targetId }: { readonly targetId: string }): void => {
    if (owns(targetId)) crash();
  };
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
