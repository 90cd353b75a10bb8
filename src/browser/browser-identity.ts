import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from './find-browser.js';
import { findBundle } from './find-bundle.js';
import { puppeteerCache, systemBrowsers } from './system-browsers.js';

/**
 * Changes whenever another browser, or another version, would be taken: what it made may look different. It is told from versions and files
 * without the library that finds browsers, whose loading takes longer than to see that nothing has changed.
 */
export function browserIdentity(choice: string | undefined, env: Environment): string {
  const wanted = choice ?? (env.PILCROW_BROWSER || undefined);
  const named = wanted ?? (env.PUPPETEER_EXECUTABLE_PATH || undefined);
  const isPath = named !== undefined && wanted !== 'bundled' && wanted !== 'system';
  if (isPath) return JSON.stringify([named, stateOf(named)]);
  const bundle = wanted === 'system' ? undefined : findBundle();
  if (bundle !== undefined) return JSON.stringify(['bundled', bundle.version]);
  const cache = puppeteerCache(process, env);
  const fetched = ['chrome-headless-shell', 'chrome'].map((name) =>
    cache === undefined ? [] : namesIn(join(cache, name)),
  );
  return JSON.stringify([wanted ?? '', fetched, [...usual, ...systemBrowsers(process, env)].map(stateOf)]);
}

/** Where a browser's own program lies that a short script in the PATH starts. */
const usual = ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/chromium/current'];

function stateOf(path: string): string {
  try {
    const real = realpathSync(path);
    const states = [real, join(dirname(real), 'chrome')].map((file) => statSync(file, { throwIfNoEntry: false }));
    return states.map((state) => `${state?.size} ${state?.mtimeMs}`).join(' ');
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
