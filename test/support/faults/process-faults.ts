import { strike } from './arena.js';
import type { Fault } from './faults.js';
import { after } from './signal-faults.js';

export const processFaults: readonly Fault[] = [
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
