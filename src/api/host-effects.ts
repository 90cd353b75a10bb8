import type { Effects } from '../system/effects.js';
import { dateOf } from '../system/machine.js';
import { nodeFiles } from '../system/node-files.js';

/** The real machine as a program sees it that embeds Pilcrow: nothing is printed, and no signal or stream is listened to. */
export function hostEffects({
  signal,
  report = () => undefined,
}: {
  readonly signal: AbortSignal;
  readonly report?: Effects['report'];
}): Effects {
  return {
    cwd: process.cwd(),
    env: process.env,
    files: nodeFiles,
    now: () => dateOf(process.env.SOURCE_DATE_EPOCH),
    elapsed: () => performance.now(),
    print: () => undefined,
    report,
    interactive: false,
    colour: false,
    signal,
  };
}
