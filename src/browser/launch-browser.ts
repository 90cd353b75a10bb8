import { execFile } from 'node:child_process';
import { type Browser, launch } from 'puppeteer-core';
import { DeckError } from '../error.js';
import { type Environment, type FoundBrowser, findBrowser } from './find-browser.js';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.js';

export interface RunningBrowser {
  readonly browser: Browser;
  /** Leaves no process and no folder; may be called twice. */
  readonly stop: () => Promise<void>;
}

/** Finds a browser and starts it with a profile of its own. */
export async function launchBrowser(
  choice: string | undefined,
  env: Environment,
  signal: AbortSignal,
): Promise<RunningBrowser> {
  const found = await findBrowser(choice, env, signal);
  const profile = await temporaryFolder('profile');
  try {
    const browser = await startBrowser(found, profile.path, signal);
    return { browser, stop: once(() => stop(browser, profile)) };
  } catch (error) {
    await profile.remove();
    throw error;
  }
}

/**
 * Starts a browser over a pipe: it listens on no port and goes when this process goes. It finds no other host.
 * With its sandbox where the system allows one; root never may. Signals are left to the command.
 */
async function startBrowser(found: FoundBrowser, profile: string, signal: AbortSignal): Promise<Browser> {
  const start = (sandbox: boolean): Promise<Browser> =>
    launch({
      executablePath: found.executable,
      headless: found.shell ? 'shell' : true,
      // Chromium leaves files of its own in the temporary folder; here they go with the profile.
      env: { ...found.env, TMPDIR: profile },
      userDataDir: profile,
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      waitForInitialPage: false,
      signal,
      args: sandbox ? flags : [...flags, '--no-sandbox'],
    });
  const root = process.getuid?.() === 0;
  try {
    return await start(!root);
  } catch (error) {
    if (signal.aborted) throw error;
    const said = await lastWords(found, profile, root);
    if (!root && /sandbox/i.test(said)) return start(false);
    throw launchFailure(found, said, error);
  }
}

const flags = [
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** What the browser prints when it is started once more, by hand: over a pipe Puppeteer does not hand it on. */
async function lastWords(found: FoundBrowser, profile: string, root: boolean): Promise<string> {
  const args = ['--headless', `--user-data-dir=${profile}`, ...(root ? ['--no-sandbox'] : [])];
  return new Promise((resolve) => {
    execFile(
      found.executable,
      [...args, '--dump-dom', 'about:blank'],
      { env: { ...found.env }, timeout: 10_000 },
      (error, _output, said) => resolve(said || String(error ?? '')),
    );
  });
}

function launchFailure(found: FoundBrowser, said: string, cause: unknown): DeckError {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const why = lines.find((line) => /error|cannot|missing|denied|fail/i.test(line)) ?? lines[0] ?? String(cause);
  return new DeckError(
    'browser-failed',
    `The browser does not start (${found.origin}): ${why.trim()}. Choose another with --browser bundled, --browser system or --browser <path>.`,
    { cause },
  );
}

/** A browser that does not go within three seconds is killed. */
async function stop(browser: Browser, profile: TemporaryFolder): Promise<void> {
  const process = browser.process();
  const killer = setTimeout(() => process?.kill('SIGKILL'), 3000);
  try {
    await browser.close().catch((error: unknown) => {
      if (process !== null && process.exitCode === null && process.signalCode === null) throw error;
    });
  } finally {
    clearTimeout(killer);
    await profile.remove();
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
