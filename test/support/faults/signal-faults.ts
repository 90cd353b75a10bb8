import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Arena, type StrikeOptions, strike } from './arena.js';
import type { Fault } from './faults.js';

const stopped = /^pilcrow: stopped; every output is complete/m;

/** A moment of a command, met exactly: what it is doing, and how to send a signal just then. */
interface Moment {
  readonly what: string;
  readonly command: 'build' | 'export';
  readonly cache: 'cold' | 'warm';
  readonly meet: (arena: Arena, signal: NodeJS.Signals) => Pick<StrikeOptions, 'env' | 'when' | 'act' | 'settle'>;
}

/** At the call of an operation on a file whose path matches. */
function atFile(operation: string, path: RegExp, number = 1): Moment['meet'] {
  const loaded = pathToFileURL(`${import.meta.dirname}/strike-at.mjs`).href;
  return ({ place }, signal) => {
    const proof = join(place.root, 'struck');
    rmSync(proof, { force: true });
    return {
      env: {
        NODE_OPTIONS: `--import ${loaded}`,
        STRIKE_AT: JSON.stringify([operation, path.source, number, signal, proof]),
      },
      settle: async () => {
        if (!existsSync(proof)) throw new Error(`${operation} was never called with ${path}`);
      },
    };
  };
}

/** From the start to the end of a build and an export. */
export const moments: readonly Moment[] = [
  {
    what: 'Node starts',
    command: 'build',
    cache: 'cold',
    meet: (_, signal) => ({ when: () => true, act: (child) => send(child, signal) }),
  },
  { what: 'the deck is read', command: 'build', cache: 'cold', meet: atFile('readFile', /\/deck\.md$/) },
  { what: 'what was drawn is looked up', command: 'export', cache: 'warm', meet: atFile('readFile', /\/drawings\//) },
  {
    what: 'the browser starts',
    command: 'build',
    cache: 'cold',
    meet: ({ place }, signal) => ({
      env: { PILCROW_BROWSER: place.browserAfter(`kill -s ${signal.slice('SIG'.length)} $PPID`) },
    }),
  },
  { what: 'diagrams are drawn', command: 'export', cache: 'cold', meet: atFile('mkdtemp', /\/pilcrow-diagrams-/) },
  { what: 'drawings are kept', command: 'build', cache: 'cold', meet: atFile('rename', /\/drawings\//) },
  { what: 'slides are measured', command: 'build', cache: 'cold', meet: atFile('mkdtemp', /\/pilcrow-print-/) },
  { what: 'slides are printed', command: 'export', cache: 'warm', meet: atFile('mkdtemp', /\/pilcrow-print-/) },
  { what: 'the PDF is finished', command: 'export', cache: 'warm', meet: atFile('rm', /\/pilcrow-print-/) },
  { what: 'outputs are written', command: 'build', cache: 'warm', meet: atFile('open', /\/dist\/.*\.tmp$/) },
  { what: 'the first is put in its place', command: 'export', cache: 'warm', meet: atFile('rename', /\/dist\//) },
];

/** In turn at each of the moments and, every other time, anywhere. */
export const signalFaults: readonly Fault[] = [
  ...(['SIGINT', 'SIGTERM'] as const).map(
    (signal): Fault => ({
      name: signal === 'SIGINT' ? 'Ctrl-C' : 'SIGTERM',
      how: `to the process group, at ${moments.length} set moments of a build or an export and as often at any`,
      sample: [signal === 'SIGINT' ? 0.35 : 0.55, 'refused'],
      strike: (arena, random, time = 1) => {
        const moment = time % 2 === 0 ? moments[(time / 2) % moments.length] : undefined;
        if (moment !== undefined) return strikeAt(arena, moment, signal);
        const delay = random() * 2000;
        const command = random() < 0.5 ? 'build' : 'export';
        return strike(arena, {
          args: [command, 'one'],
          ...after(delay, (child) => send(child, signal)),
          says: stopped,
        });
      },
    }),
  ),
  {
    name: 'Ctrl-C twice',
    how: 'the second before the first was obeyed',
    sample: [0.4, 'refused'],
    strike: (arena, random) =>
      strike(arena, {
        args: ['export', 'one'],
        ...after(random() * 2000, (child) => {
          send(child, 'SIGINT');
          send(child, 'SIGINT');
        }),
        says: stopped,
      }),
  },
];

/** A command that has put its outputs in their places may end as if nothing had been. */
export function strikeAt(
  arena: Arena,
  { command, cache, meet }: Moment,
  signal: NodeJS.Signals,
): Promise<'made' | 'refused'> {
  return strike(arena, { args: [command, 'one'], cache, ...meet(arena, signal), says: stopped });
}

/** Some ms after a command was started. */
export function after(
  ms: number,
  act: (child: ChildProcess) => void,
): { when: () => boolean; act: (child: ChildProcess) => void } {
  const start = performance.now();
  return { when: () => performance.now() - start >= ms, act };
}

/** To its process group, as a terminal does; it may have ended. */
function send({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
