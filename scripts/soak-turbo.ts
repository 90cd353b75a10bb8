import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from '../test/support/command.js';
import { contents } from '../test/support/faults/workplace.js';
import { startTurboCache } from '../test/support/turbo-cache.js';

/** As `docs/scale.md` has it. */
const version = '2.11.11';

/**
 * Builds a repository of decks by Turborepo, which is fetched from npm into the cache for it: cold, unchanged, with one deck changed, with a file beside the
 * decks changed, and on another machine that has nothing but the remote cache. `say` gets a line a run, and is told when Turborepo is not to be had. True
 * when each run made what it had to and nothing else.
 */
export async function soakTurbo(say: (line: string) => void): Promise<boolean> {
  const turbo = fetchTurbo();
  if (turbo === undefined) {
    say(`turbo ${version} is not here and cannot be fetched from npm: not tried`);
    return true;
  }
  const root = mkdtempSync(join(tmpdir(), 'pilcrow-turbo-'));
  const cache = await startTurboCache();
  try {
    const [one, other] = ['one', 'other'].map((name) => makeRepository(join(root, name))) as [string, string];
    const build = async (folder: string, what: string, expected: RegExp): Promise<boolean> => {
      const { code, said } = await run(turbo, ['run', 'build', 'check'], folder, cache.address);
      const [summary = said] = /Cached: *(.*)/.exec(said) ?? [];
      const isRight = code === 0 && expected.test(said);
      say(
        `turbo, ${what}: ${summary.trim()}${/FULL TURBO/.test(said) ? ', FULL TURBO' : ''}${isRight ? '' : ` — expected ${expected}`}`,
      );
      return isRight;
    };
    const results = [await build(one, 'first run', /Cached: *0 cached, 4 total/)];
    const made = contents(join(one, 'decks/harbour/dist'));
    results.push(await build(one, 'unchanged', /FULL TURBO/));
    appendFileSync(join(one, 'decks/tide/deck.md'), '- And so on\n');
    results.push(await build(one, 'one deck changed', /Cached: *2 cached, 4 total/));
    results.push(await build(other, 'another machine, remote cache', /FULL TURBO/));
    const fetched = contents(join(other, 'decks/harbour/dist'));
    const isSame = Object.keys(made).length > 0 && JSON.stringify(fetched) === JSON.stringify(made);
    say(
      `turbo, remote cache: ${cache.counts.put} outputs put, ${cache.counts.taken} taken, ${isSame ? 'the same bytes' : 'other bytes'}`,
    );
    appendFileSync(join(one, 'shared/quay.svg'), '\n');
    results.push(await build(one, 'a file beside the decks changed', /Cached: *2 cached, 4 total/));
    return isSame && cache.counts.taken > 0 && results.every((isRight) => isRight);
  } finally {
    await cache.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

function fetchTurbo(): string | undefined {
  const folder = join('node_modules/.cache/pilcrow-turbo', version);
  const program = join(process.cwd(), folder, 'node_modules/.bin/turbo');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  spawnSync('npm', ['install', `turbo@${version}`, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return existsSync(program) ? program : undefined;
}

/** The example with a command to run, and `turbo.json` as `inputs --turbo` writes it. */
function makeRepository(folder: string): string {
  cpSync('test/fixtures/many-decks', folder, { recursive: true });
  const programs = join(folder, 'node_modules/.bin');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'pilcrow'), `#!/bin/sh\nexec '${process.execPath}' '${installed}' "$@"\n`);
  chmodSync(join(programs, 'pilcrow'), 0o755);
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\ndist/\n.turbo/\n');
  const lock = { name: 'many-decks', lockfileVersion: 3, packages: {} };
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(lock)}\n`);
  const args = [installed, 'inputs', 'decks/harbour', 'decks/tide', '--turbo'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

function run(
  turbo: string,
  args: readonly string[],
  cwd: string,
  address: string,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const env = {
    ...process.env,
    TURBO_API: address,
    TURBO_TOKEN: 'none',
    TURBO_TEAM: 'decks',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
    SOURCE_DATE_EPOCH: '1700000000',
    PILCROW_BROWSER: 'bundled',
  };
  return new Promise((resolve) => {
    const child = spawn(turbo, [...args, '--no-daemon', '--no-update-notifier'], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
    child.on('close', (code) => resolve({ code, said }));
  });
}
