import { posix, win32 } from 'node:path';
import type { Environment } from './find-browser.js';

/** What kind of machine it is, as Node names it. */
export interface Platform {
  readonly platform: string;
  readonly arch: string;
}

/**
 * Where Chrome, Chromium and Edge stand on a system, in the order in which they are tried: where their installers put them on macOS and
 * Windows, and by name in the folders of PATH elsewhere. `.puppeteerrc.cjs` looks in the same places before it fetches one.
 */
export function systemBrowsers({ platform }: Pick<Platform, 'platform'>, env: Environment): readonly string[] {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] || []);
    return installed.flatMap((path) => folders.map((folder) => win32.join(folder, ...path)));
  }
  const named = (env.PATH ?? '').split(posix.delimiter).filter((folder) => posix.isAbsolute(folder));
  return names.flatMap((name) => named.map((folder) => posix.join(folder, name)));
}

const installed = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].concat([
  'microsoft-edge-stable',
  'microsoft-edge',
]);

/** The folder that Puppeteer keeps its browsers in; undefined where the user has no home folder. */
export function puppeteerCache({ platform }: Pick<Platform, 'platform'>, env: Environment): string | undefined {
  const { join } = platform === 'win32' ? win32 : posix;
  const home = platform === 'win32' ? env.USERPROFILE : env.HOME;
  return env.PUPPETEER_CACHE_DIR || (home ? join(home, '.cache', 'puppeteer') : undefined);
}

/** What to do where there is no browser. Puppeteer’s are made for no Linux on arm64 (https://pptr.dev/troubleshooting). */
export function browserCure({ platform, arch }: Platform): string {
  return platform === 'linux' && arch !== 'x64'
    ? 'On this system install Chromium, for example with `apt install chromium`: Puppeteer’s browsers do not run on it. Or name one with --browser <path>.'
    : 'Fetch a browser with `npx puppeteer browsers install chrome-headless-shell`, or name one with --browser <path>.';
}
