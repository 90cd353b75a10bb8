import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installed, type Outcome, runInstalled } from '../support/command.js';
import { filesBelow } from '../support/reopened.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-signals-'));
const temporary = join(work, 'tmp');
const dist = join(work, 'dist');
const env = { TMPDIR: temporary, PILCROW_BROWSER: 'bundled' };
const contents = (): Readonly<Record<string, string>> =>
  Object.fromEntries(filesBelow(dist).map((file) => [file, readFileSync(join(dist, file), 'base64')]));

/** Processes whose temporary folder is this test's own: the browser's are told by their profile. */
function browsers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(temporary) && readlinkSync(`/proc/${pid}/exe`) !== ''
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

interface Stopped extends Outcome {
  readonly signal: NodeJS.Signals | null;
}

/** Runs the command, and does something to it when `when` says so: at a line of its own, or when a browser runs. */
async function disturb(
  args: readonly string[],
  when: 'browser' | RegExp,
  act: (pid: number) => void,
): Promise<Stopped> {
  const child = spawn(process.execPath, [installed, ...args], { cwd: work, env: { ...process.env, ...env } });
  const said: string[] = [];
  let acted = false;
  const once = (): void => {
    if (!acted && child.pid !== undefined) {
      acted = true;
      act(child.pid);
    }
  };
  child.stderr.on('data', (data) => {
    said.push(String(data));
    if (when instanceof RegExp && when.test(said.join(''))) once();
  });
  const timer = setInterval(() => {
    if (when === 'browser' && browsers().length > 0) once();
  }, 10);
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('exit', (exit, by) => resolve({ code: exit, signal: by })),
  );
  clearInterval(timer);
  return {
    code: code ?? -1,
    signal,
    printed: [],
    reported: said
      .join('')
      .split('\n')
      .filter((line) => line !== ''),
  };
}

/** Nothing may be left: no process, no folder, no file beside the outputs. */
async function expectNothingLeft(): Promise<void> {
  await expect.poll(browsers, { timeout: 3000 }).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
  if (existsSync(dist)) expect(filesBelow(dist).filter((file) => file.includes('.tmp'))).toEqual([]);
}

let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  mkdirSync(temporary, { recursive: true });
  for (const name of ['one', 'two', 'three']) {
    cpSync(join(fixtureFolder('decks'), 'tides'), join(work, 'slides', name), { recursive: true });
  }
  expect((await runInstalled(['build', '--quiet'], work, env)).code).toBe(0);
  expect((await runInstalled(['export', '--quiet'], work, env)).code).toBe(0);
  before = contents();
  for (const name of ['one', 'two', 'three']) {
    const file = join(work, 'slides', name, 'deck.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('An evening at the quay', 'A morning at the quay'));
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('asked to stop', () => {
  test.each([
    ['SIGINT', 130, 'export', /print/],
    ['SIGTERM', 143, 'export', 'browser'],
    ['SIGHUP', 129, 'export', /one: write/],
    ['SIGINT', 130, 'check', 'browser'],
  ] as const)('%s ends it with %d: %s, at %s', async (signal, code, command, when) => {
    const stopped = await disturb([command, '--force'], when, (pid) => process.kill(pid, signal));
    expect(stopped).toMatchObject({ code, signal: null });
    expect(stopped.reported.at(-1)).toBe(
      'pilcrow: stopped; every output is complete, either the old one or the new one. Run the command again for the rest.',
    );
    expect(stopped.reported.join('\n')).not.toMatch(/\n\s+at /);
    await expectNothingLeft();
    const after = contents();
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
    // Two decks are in the works at a time, on a machine with more cores more: those have an old one or a whole new one.
    for (const name of ['two', 'three']) {
      const file = `export/${name}/slides.pdf`;
      const pdf = Buffer.from(after[file] ?? '', 'base64').toString('latin1');
      if (after[file] !== before[file])
        expect([name, pdf.slice(0, 5), pdf.slice(-5)]).toEqual([name, '%PDF-', '%%EOF']);
    }
  });

  test('twice, it ends at once and still leaves nothing', async () => {
    const stopped = await disturb(['export', '--force'], 'browser', (pid) => {
      process.kill(pid, 'SIGINT');
      process.kill(pid, 'SIGTERM');
    });
    expect([130, 143]).toContain(stopped.code);
    await expectNothingLeft();
  });
});
