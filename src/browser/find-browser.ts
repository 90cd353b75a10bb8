import { accessSync, constants, existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { Browser, getInstalledBrowsers, getVersionComparator } from '@puppeteer/browsers';
import { DeckError } from '../error.js';
import { bundledBrowser } from './bundled-browser.js';
import { remoteEndpoints } from './remote/remote-endpoints.js';
import { browserCure, puppeteerCache, systemBrowsers } from './system-browsers.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A browser that is there to be started. */
export interface FoundBrowser {
  readonly executable: string;
  /** Whether it is a headless shell: starts faster than a whole Chrome without a window. */
  readonly shell: boolean;
  /** Where it comes from, for messages. */
  readonly origin: string;
  /** The folder it was unpacked into by us. */
  readonly unpacked?: string;
  readonly env: Environment;
}

/**
 * Finds one. `choice` — `bundled`, `system` or a path — or the same words in PILCROW_BROWSER decide; else PUPPETEER_EXECUTABLE_PATH, the
 * bundled one, Puppeteer's cache, a browser of the system, in this order: a headless shell starts in a third of the time.
 * A DeckError `browser-not-found` names the command that fetches one.
 */
export async function findBrowser(
  choice: string | undefined,
  env: Environment,
  signal: AbortSignal,
): Promise<FoundBrowser> {
  const wanted = choice ?? (env.PILCROW_BROWSER || undefined);
  if (wanted === 'bundled') return (await bundledBrowser(env, signal)) ?? fail(notBundled);
  if (wanted === 'system') return systemBrowser(env) ?? fail('No Chrome, Chromium or Edge is installed here.');
  if (remoteEndpoints(wanted) !== undefined)
    throw new DeckError('usage', `${wanted} is a browser elsewhere: there is nothing to start here. Connect to it.`);
  const path = wanted ?? (env.PUPPETEER_EXECUTABLE_PATH || undefined);
  if (path !== undefined) return browserAt(path, env);
  return (
    (await bundledBrowser(env, signal)) ??
    (await downloadedBrowser(env)) ??
    systemBrowser(env) ??
    fail('No browser was found: none of Puppeteer, none of the system, and @sparticuz/chromium is not installed.')
  );
}

const notBundled =
  'The bundled browser is not here: @sparticuz/chromium is an optional dependency for Linux on x64. Run `npm ci` without --omit=optional.';

function fail(what: string): never {
  throw new DeckError('browser-not-found', `${what} ${browserCure(process)}`);
}

function browserAt(path: string, env: Environment): FoundBrowser {
  const executable = isAbsolute(path) ? path : resolve(path);
  if (!existsSync(executable)) fail(`There is no browser at ${executable}.`);
  try {
    accessSync(executable, constants.X_OK);
  } catch {
    fail(`${executable} cannot be started: it is not a program.`);
  }
  return { executable, shell: /headless[-_]shell/.test(executable), origin: executable, env };
}

async function downloadedBrowser(env: Environment): Promise<FoundBrowser | undefined> {
  const cacheDir = puppeteerCache(process, env);
  // On Linux on arm64 what lies there is made for x64.
  if (cacheDir === undefined || (process.platform === 'linux' && process.arch !== 'x64') || !existsSync(cacheDir))
    return undefined;
  const installed = await getInstalledBrowsers({ cacheDir });
  for (const browser of [Browser.CHROMEHEADLESSSHELL, Browser.CHROME]) {
    const newer = getVersionComparator(browser);
    const found = installed
      .filter((entry) => entry.browser === browser && existsSync(entry.executablePath))
      .sort((a, b) => newer(b.buildId, a.buildId))[0];
    if (found !== undefined) {
      const shell = browser === Browser.CHROMEHEADLESSSHELL;
      return { executable: found.executablePath, shell, origin: `Puppeteer's ${browser} ${found.buildId}`, env };
    }
  }
  return undefined;
}

function systemBrowser(env: Environment): FoundBrowser | undefined {
  const executable = systemBrowsers(process, env).find((path) => existsSync(path));
  return executable === undefined ? undefined : { executable, shell: false, origin: executable, env };
}
