import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, getuid } from 'node:process';
import { findBrowser } from '../../src/browser/find-browser.js';

/** A browser that somebody else started, with remote debugging on a port of this machine. */
export interface RemoteBrowser {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** The address of its socket, `ws://…/devtools/browser/<id>`. */
  readonly socket: string;
  /** The process, which leads a group of its own. */
  readonly child: ChildProcess;
  /** How many processes show pages. */
  readonly pages: () => number;
  /** Ends it and all its processes at once, as when its machine is taken away. */
  readonly kill: () => Promise<void>;
}

/** The bundled one, started as `docs/scale.md` says, which is with few of the flags that we give to a browser of our own; `flags` are added. */
export async function startRemoteBrowser(flags: readonly string[] = []): Promise<RemoteBrowser> {
  const { executable, env: needed } = await findBrowser('bundled', env, new AbortController().signal);
  const profile = mkdtempSync(join(tmpdir(), 'remote-browser-'));
  const even = '--font-render-hinting=none';
  const root = getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, even, ...root, ...flags];
  const child = spawn(executable, args, {
    // What it leaves in the temporary folder goes with its profile.
    env: { ...needed, TMPDIR: profile },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const socket = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (piece) => {
      said += piece;
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return {
    address: `http://${new URL(socket).host}`,
    socket,
    child,
    pages: () => renderersOf(child.pid),
    async kill() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** Of a group, those that Chromium starts with `--type=renderer` (proc(5)). */
function renderersOf(group: number | undefined): number {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const [, , leader] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(leader) === group && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
    } catch {
      return false;
    }
  }).length;
}
