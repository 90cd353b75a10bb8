import type { Arena, Meeting } from './arena.js';
import { browserFaults } from './browser-faults.js';
import { cacheFaults } from './cache-faults.js';
import { diskFaults } from './disk-faults.js';
import { processFaults } from './process-faults.js';
import { signalFaults } from './signal-faults.js';
import { sourceFaults } from './source-faults.js';

/** Something that goes wrong, caused for real. */
export interface Fault {
  readonly name: string;
  /** How it is caused, for the README. */
  readonly how: string;
  readonly mounts?: boolean;
  /** What `random` gives in the short tests, and what must come of it there. */
  readonly sample: readonly [number, Meeting];
  /**
   * Strikes once; `random` gives numbers from 0 up to before 1, of which the moment and the place are made. `time` counts from 0 how
   * often it was done before, for moments that are to be met in turn.
   */
  readonly strike: (arena: Arena, random: () => number, time?: number) => Promise<Meeting>;
}

/** Every fault that is tried, in the order of the README's table. */
export const faults: readonly Fault[] = [
  ...browserFaults,
  ...diskFaults,
  ...sourceFaults,
  ...signalFaults,
  ...processFaults,
  ...cacheFaults,
];
