import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { type Browser, type CDPSession, launch, type Page } from 'puppeteer-core';
import { DeckError } from '../error.js';
import { machineFailure } from '../system/system-trouble.js';
import { type TemporaryFolder, temporaryFolder } from '../system/temporary-folder.js';
import { type Environment, type FoundBrowser, findBrowser } from './find-browser.js';

/**
 * Whether the browser's own sandbox, which keeps a page that has broken out of its process away from the machine, is used: wherever the
 * system allows it, nowhere, or else nothing is shown at all.
 */
export type SandboxUse = 'if-possible' | 'off' | 'required';

export interface RunningBrowser {
  readonly browser: Browser;
  /** Where it comes from, for messages. */
  readonly origin: string;
  /** Whether it has its sandbox, as the end of a sentence. */
  readonly sandbox: string;
  /** Whether it runs on another machine, which cannot read what lies on this one. */
  readonly isElsewhere: boolean;
  /** Whether a page is ours: in a browser elsewhere there are pages of others. */
  readonly owns: (targetId: string) => boolean;
  readonly newPage: () => Promise<Page>;
  /** Of the browser itself: it says which page crashed, also when Puppeteer does not know that page yet and would wait in vain. */
  readonly session: CDPSession;
  /** Leaves no process and no folder; may be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Finds a browser and starts it with a profile of its own. It finds no host but `host`, if one is given. A DeckError `sandbox-missing`
 * where a sandbox is required and there is none.
 */
export async function launchBrowser(
  choice: string | undefined,
  env: Environment,
  signal: AbortSignal,
  sandbox: SandboxUse = 'if-possible',
  host?: string,
): Promise<RunningBrowser> {
  const found = await findBrowser(choice, env, signal);
  const profile = await temporaryFolder('profile');
  let stopIt = profile.remove;
  try {
    const { browser, unsandboxed } = await startBrowser(found, profile.path, signal, sandbox, host);
    stopIt = once(() => stop(browser, profile));
    const session = await browser.target().createCDPSession();
    await session.send('Target.setDiscoverTargets', { discover: true });
    return {
      browser,
      session,
      origin: found.origin,
      sandbox: unsandboxed === undefined ? 'with its sandbox' : `without its sandbox: ${unsandboxed}`,
      isElsewhere: false,
      owns: () => true,
      newPage: () => browser.newPage(),
      stop: stopIt,
    };
  } catch (error) {
    await stopIt();
    throw signal.aborted || error instanceof DeckError ? error : launchFailure(found, '', error);
  }
}

/**
 * Starts a browser over a pipe: it listens on no port and goes when this process goes. It finds no other host.
 * With its sandbox where the system allows one; root never may. Signals are left to the command.
 */
async function startBrowser(
  found: FoundBrowser,
  profile: string,
  signal: AbortSignal,
  use: SandboxUse,
  host: string | undefined,
): Promise<Started> {
  const start = (sandbox: boolean): Promise<Browser> =>
    launch({
      executablePath: found.executable,
      headless: found.shell ? 'shell' : true,
      // Chromium leaves files of its own in the temporary folder; here they go with the profile.
      env: { ...found.env, TMPDIR: profile },
      userDataDir: profile,
      pipe: true,
      // Half a minute, Puppeteer's own limit, is too short where many programs want the machine.
      timeout: 120_000,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      waitForInitialPage: false,
      signal,
      args: [...flags, resolverRules(host), ...(sandbox ? [] : ['--no-sandbox'])],
    });
  const without = async (unsandboxed: string): Promise<Started> => {
    if (use === 'required') throw sandboxMissing(unsandboxed);
    return { browser: await orGone(start(false)), unsandboxed };
  };
  const bare = use === 'off' ? '--no-sandbox was given' : process.getuid?.() === 0 ? 'root cannot have one' : undefined;
  try {
    return bare === undefined ? { browser: await orGone(start(true)) } : await without(bare);
  } catch (error) {
    if (signal.aborted || error instanceof DeckError) throw error;
    const said = await lastWords(found, profile, bare !== undefined, signal);
    if (bare === undefined && /sandbox/i.test(said)) return without('this system allows no program to have one');
    throw launchFailure(found, said, error);
  }
}

interface Started {
  readonly browser: Browser;
  readonly unsandboxed?: string;
}

function sandboxMissing(why: string): DeckError {
  return new DeckError(
    'sandbox-missing',
    `The browser has no sandbox here: ${why}. A deck that is not trusted is not shown without one. Run the command as another user, on a system with user namespaces, or with --no-sandbox on a machine that holds nothing you need.`,
  );
}

/**
 * Puppeteer waits for ever for a browser that is killed while it attaches to it. Then this process has nothing left to wait for, and
 * would end with its work undone; where something else goes on, two minutes are enough.
 */
async function orGone(starting: Promise<Browser>): Promise<Browser> {
  let end = (): void => undefined;
  const gone = new Promise<never>((_resolve, reject) => {
    end = () => reject(new Error('it went while it was started'));
  });
  const deadline = setTimeout(end, 120_000).unref();
  process.once('beforeExit', end);
  try {
    return await Promise.race([starting, gone]);
  } finally {
    clearTimeout(deadline);
    process.off('beforeExit', end);
  }
}

const flags = [
  '--font-render-hinting=none',
  '--hide-scrollbars',
  // A page may draw a frame of a film that lies beside it. What is a file of its own is asked for over the protocol like all else.
  '--allow-file-access-from-files',
  // WebRTC passes by what answers a page's requests, and the rules for hosts.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/**
 * No host is found, by name or number, this machine neither: what a page asks for beside its requests, which are answered over the
 * protocol, leads nowhere.
 */
function resolverRules(host: string | undefined): string {
  return `--host-resolver-rules=MAP * ~NOTFOUND${host === undefined ? '' : `, EXCLUDE ${host}`}`;
}

/**
 * What the browser prints when it is started once more, by hand: over a pipe Puppeteer does not hand it on. Empty when it starts this
 * time, is ended by someone, or hangs.
 */
async function lastWords(found: FoundBrowser, profile: string, bare: boolean, signal: AbortSignal): Promise<string> {
  const args = ['--headless', `--user-data-dir=${profile}`, ...(bare ? ['--no-sandbox'] : [])];
  const options = { env: { ...found.env, TMPDIR: profile }, timeout: 3000, signal };
  return new Promise((resolve) => {
    execFile(found.executable, [...args, '--dump-dom', 'about:blank'], options, (error, _output, said) => {
      const isMute = error === null || error.killed === true || error.signal === 'SIGKILL';
      resolve(isMute ? '' : said || firstLine(error.message));
    });
  });
}

function launchFailure(found: FoundBrowser, said: string, cause: unknown): DeckError {
  const outOfFiles = /too many open files/i.test(said);
  const machine = machineFailure(outOfFiles ? Object.assign(new Error(said), { code: 'EMFILE' }) : cause);
  if (machine !== undefined) return machine;
  if (said === '') {
    const message = `The browser was ended or hung while it started (${found.origin}). Run the command again; if it happens again, free some memory, or room in ${tmpdir()}, or choose another browser with --browser.`;
    return new DeckError('browser-failed', message, { cause });
  }
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const why = lines.find((line) => /error|cannot|missing|denied|fail/i.test(line)) ?? lines[0] ?? firstLine(said);
  const remedy = found.unpacked === undefined ? '' : `remove ${found.unpacked}, which is unpacked anew, or `;
  return new DeckError(
    'browser-failed',
    `The browser does not start (${found.origin}): ${why.trim()}. Run the command again; if it happens again, ${remedy}choose another with --browser bundled, --browser system or --browser <path>.`,
    { cause },
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** A browser that does not go within three seconds is killed. Where it has gone by itself, Puppeteer may wait for its answer for ever. */
async function stop(browser: Browser, profile: TemporaryFolder): Promise<void> {
  const process = browser.process();
  const killer = setTimeout(() => process?.kill('SIGKILL'), 3000);
  const gone = new Promise<void>((resolve) => {
    if (process === null || process.exitCode !== null || process.signalCode !== null) resolve();
    else process.once('exit', () => resolve());
  });
  try {
    await Promise.race([gone, browser.close()]);
  } catch {
    await gone;
  } finally {
    clearTimeout(killer);
    await profile.remove();
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
