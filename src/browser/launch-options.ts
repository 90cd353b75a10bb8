import { findBrowser } from './find-browser.js';

/** What `puppeteer.launch` takes; typed by hand, so that a program needs no version of Puppeteer that is ours. */
export interface LaunchOptions {
  readonly executablePath: string;
  readonly headless: true | 'shell';
  readonly env: Record<string, string | undefined>;
  readonly args: string[];
}

/**
 * The browser that Pilcrow finds on this machine, as options for `puppeteer.launch` of a program of one's own. `choice` is `bundled`, `system`
 * or a path. Rejects with a DeckError `browser-not-found` where there is none. Root cannot have the browser's sandbox.
 */
export async function launchOptions(choice?: string): Promise<LaunchOptions> {
  const { executable, shell, env } = await findBrowser(choice, process.env, new AbortController().signal);
  return {
    executablePath: executable,
    headless: shell ? 'shell' : true,
    env: { ...env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}
