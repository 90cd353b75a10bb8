import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type RemoteBrowser, startRemoteBrowser } from '../remote-browser.js';
import { type Arena, type Meeting, strike } from './arena.js';
import type { Fault } from './faults.js';
import type { Workplace } from './workplace.js';

const crashed = /^slides\/one\/deck\.md:1:1 error deck-failed The page crashed .*Run the command again/m;
const ended = /^pilcrow: The browser .*Run the command again/m;

export const browserFaults: readonly Fault[] = [
  {
    name: 'browser killed at launch',
    how: 'SIGKILL before its first word',
    sample: [0, 'refused'],
    strike: ({ place, ...arena }) =>
      strike(
        { place, ...arena },
        { args: ['export', 'one'], env: { PILCROW_BROWSER: place.browserAfter('kill -9 $$') }, says: ended },
      ),
  },
  {
    name: 'browser killed while drawing',
    how: 'SIGKILL to Chromium while the page of diagrams is open',
    sample: [0, 'refused'],
    strike: (arena, random) =>
      strike(arena, { args: ['build', 'one'], ...kill(arena.place, 'diagrams', '', random), says: ended }),
  },
  {
    name: 'its page killed while drawing',
    how: 'SIGKILL to the renderer, as when memory runs out',
    sample: [0, 'refused'],
    strike: (arena, random) =>
      strike(arena, { args: ['build', 'one'], ...kill(arena.place, 'diagrams', 'renderer', random), says: crashed }),
  },
  {
    name: 'browser killed while printing',
    how: 'SIGKILL to Chromium while the print view is open',
    sample: [0, 'refused'],
    strike: (arena, random) =>
      strike(arena, {
        args: ['export', 'one'],
        cache: 'warm',
        ...kill(arena.place, 'print', '', random),
        says: ended,
      }),
  },
  {
    name: 'a browser elsewhere killed, the only one',
    how: 'SIGKILL at any moment of its work',
    sample: [0.2, 'refused'],
    strike: async (arena, random) => strikeElsewhere(arena, random, []),
  },
  {
    name: 'one of two browsers elsewhere killed',
    how: 'SIGKILL at any moment of its work',
    sample: [0.2, 'made'],
    strike: async (arena, random) => {
      const other = await startRemoteBrowser();
      return strikeElsewhere(arena, random, [other]).finally(other.kill);
    },
  },
];

/** Once it shows a page of ours, and a while later. The command is run again with the browser of this machine. */
async function strikeElsewhere(arena: Arena, random: () => number, others: readonly RemoteBrowser[]): Promise<Meeting> {
  const struck = await startRemoteBrowser();
  const delay = random() * 1000;
  try {
    return await strike(arena, {
      args: ['build', 'one'],
      env: { PILCROW_BROWSER: [struck, ...others].map(({ address }) => address).join(',') },
      when: () => struck.pages() > 0,
      act: async () => {
        await pause(delay);
        await struck.kill();
      },
      says: /^pilcrow: The browser at http:.* (stopped in the middle of its work|cannot be reached).*/m,
    });
  } finally {
    await struck.kill();
  }
}

/** At any moment of the stage that keeps a temporary folder of this name, once the browser shows a page. */
function kill(
  place: Workplace,
  stage: string,
  type: string,
  random: () => number,
): Pick<Parameters<typeof strike>[1], 'when' | 'act'> {
  const delay = random() * 150;
  const isAt = (): boolean => readdirSync(place.temporary).some((name) => name.startsWith(`pilcrow-${stage}-`));
  return {
    when: () => isAt() && place.browsers('renderer').length > 0,
    act: async () => {
      await pause(delay);
      for (const pid of place.browsers(type)) end(pid);
    },
  };
}

/** It may have gone by itself. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
