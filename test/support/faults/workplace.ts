import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledBrowser } from '../../../src/browser/bundled-browser.js';
import { installed } from '../command.js';
import { filesBelow } from '../reopened.js';

/** Where a command is run and disturbed: decks of its own, and a place of its own for everything the command writes. */
export interface Workplace {
  readonly root: string;
  readonly dist: string;
  readonly cache: string;
  readonly temporary: string;
  readonly slides: string;
  /** The browser's executable: a script, so that it can be made to fail. */
  readonly browser: string;
  /** Writes a script that does something at every start of the browser and then becomes it; returns its path. */
  readonly browserAfter: (shell: string) => string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  /** Processes of the browser that are running now. `type` is Chromium's own word, such as `renderer`. */
  readonly browsers: (type?: string) => readonly number[];
  /** Everything that should not be there when no command runs: processes, temporary files and folders. */
  readonly leftovers: () => readonly string[];
  readonly remove: () => void;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Shell commands before and after the command, all in a mount namespace of their own; `$dist` and the like name the places. */
  readonly namespace?: { readonly before: string; readonly after?: string };
  /** Shell commands before the command, in its process. */
  readonly before?: string;
  /** Looked at every few ms until it is true; then `act` is called, once. */
  readonly when?: (said: string) => boolean;
  readonly act?: (child: ChildProcess) => void;
}

/** What a run came to. */
export interface Run {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
  readonly printed: string;
  readonly reported: readonly string[];
  /** Whether `act` was called. */
  readonly acted: boolean;
}

/** Whether mounts can be made here without the rest of the machine noticing. */
export const canMount: boolean =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0;

/** Makes one in a temporary folder; `name` may be as awkward as a folder's name can be. */
export async function makeWorkplace(name = 'faults'): Promise<Workplace> {
  const parent = mkdtempSync(join(tmpdir(), 'pilcrow-'));
  const root = join(parent, name);
  const [dist, cache, temporary, slides] = ['dist', 'cache', 'tmp', 'slides'].map((folder) => join(root, folder)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [dist, cache, temporary, slides, join(root, 'bin')]) mkdirSync(folder, { recursive: true });
  const start = await browserStart();
  const script = (file: string, shell: string): string => {
    const path = join(root, 'bin', `${file}-headless-shell`);
    writeFileSync(path, `#!/bin/sh\necho $$ >> "$root/started"\n${shell}\n${start}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const started = join(root, 'started');
  const browser = script('plain', '');
  return {
    root,
    dist,
    cache,
    temporary,
    slides,
    browser,
    browserAfter: (shell) => script(createHash('sha256').update(shell).digest('hex').slice(0, 8), shell),
    run: (args, options = {}) => {
      const places = { dist, cache, temporary, slides, root };
      const env = {
        XDG_CACHE_HOME: cache,
        TMPDIR: temporary,
        PILCROW_BROWSER: browser,
        SOURCE_DATE_EPOCH: '1700000000',
      };
      return run(args, root, { ...process.env, ...env, ...places, ...options.env }, options);
    },
    browsers: (type = '') => processesOf(started, type),
    leftovers: () => [
      ...processesOf(started, '').map((pid) => `process ${pid}`),
      // Without a home, what is kept for the next run is kept there.
      ...readdirSync(temporary)
        .filter((file) => !file.startsWith('pilcrow-cache-'))
        .map((file) => `tmp/${file}`),
      ...[dist, cache, slides]
        .filter((folder) => existsSync(folder))
        .flatMap((folder) => filesBelow(folder).filter((file) => /\.tmp$|\.try-|\.unpack-/.test(file))),
    ],
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What stands in a folder: a fingerprint of each file by its path. */
export function contents(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const files = filesBelow(folder);
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Puts a copy of one folder in the place of another. */
export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, options: RunOptions): Promise<Run> {
  const { namespace, before, when, act } = options;
  const quoted = [process.execPath, installed, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const command =
    namespace !== undefined
      ? ['unshare', '-m', 'sh', '-c', `${namespace.before}\n${quoted}\ncode=$?\n${namespace.after ?? ''}\nexit $code`]
      : before !== undefined
        ? ['sh', '-c', `${before}\nexec ${quoted}`]
        : [process.execPath, installed, ...args];
  const [file = '', ...rest] = command;
  const child = spawn(file, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let printed = '';
  let said = '';
  let acted = false;
  const look = (): void => {
    if (acted || child.exitCode !== null || act === undefined || when?.(said) !== true) return;
    acted = true;
    act(child);
  };
  child.stdout.on('data', (data) => {
    printed += String(data);
  });
  child.stderr.on('data', (data) => {
    said += String(data);
    look();
  });
  const timer = act === undefined ? undefined : setInterval(look, 15);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearInterval(timer);
      resolve({ code: code ?? -1, signal, printed, reported: said.split('\n').filter((line) => line !== ''), acted });
    });
  });
}

/** The bundled browser, wherever it was unpacked. */
async function browserStart(): Promise<string> {
  const found = await bundledBrowser(process.env, new AbortController().signal);
  if (found === undefined) throw new Error('The bundled browser is not installed.');
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = found.env;
  return `export LD_LIBRARY_PATH='${LD_LIBRARY_PATH}' FONTCONFIG_PATH='${FONTCONFIG_PATH}'\nexec '${found.executable}' "$@"`;
}

/** Processes of the groups that browsers were started as, without those that have ended and are not yet reaped. */
function processesOf(started: string, type: string): readonly number[] {
  if (!existsSync(started)) return [];
  const groups = new Set(readFileSync(started, 'utf8').trim().split('\n'));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        // proc(5): state, parent and group follow the name, which stands in brackets.
        const [state, , group = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (state === 'Z' || !groups.has(group)) return false;
        return type === '' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--type=${type}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
