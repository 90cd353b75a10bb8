import type { ChildProcess } from 'node:child_process';
import { strike } from './arena.js';
import type { Fault } from './faults.js';

const stopped = /^pilcrow: stopped; every output is whole/m;

export const processFaults: readonly Fault[] = [
  ...(['SIGINT', 'SIGTERM'] as const).map(
    (signal): Fault => ({
      name: signal === 'SIGINT' ? 'Ctrl-C' : 'SIGTERM',
      how: 'to the process group, at any moment of a build or an export',
      sample: [signal === 'SIGINT' ? 0.35 : 0.55, 'refused'],
      strike: (arena, random) => {
        const moment = random() * 2000;
        const command = random() < 0.5 ? 'build' : 'export';
        return strike(arena, {
          args: [command, 'one'],
          ...after(moment, (child) => send(child, signal)),
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
  {
    name: 'two builds of one deck at once',
    how: 'a build and an export beside another build',
    sample: [0.3, 'made'],
    strike: async (arena, random) => {
      const others: Promise<unknown>[] = [];
      return strike(arena, {
        args: [random() < 0.5 ? 'build' : 'export', 'one'],
        cache: random() < 0.5 ? 'cold' : 'warm',
        ...after(random() * 500, () => {
          others.push(arena.place.run(['build', 'one']), arena.place.run(['export', 'one', '--to', 'html,pdf']));
        }),
        settle: () => Promise.all(others),
      });
    },
  },
  {
    name: 'out of file handles',
    how: '`ulimit -n` of 24 to 160; with fewer Node does not start',
    sample: [0.1, 'refused'],
    strike: (arena, random) =>
      strike(arena, {
        args: [random() < 0.5 ? 'build' : 'export', 'one'],
        before: `ulimit -n ${24 + Math.floor(random() * 136)}`,
        says: /ulimit -n|Run the command again|run the command again/,
      }),
  },
  {
    name: 'HOME unset',
    how: 'no HOME, no XDG_CACHE_HOME',
    sample: [0.6, 'made'],
    strike: (arena, random) =>
      strike(arena, {
        args: [random() < 0.5 ? 'build' : 'export', 'one'],
        env: { HOME: undefined, XDG_CACHE_HOME: undefined },
      }),
  },
];

function after(
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
