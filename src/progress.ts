import type { Effects } from './effects.js';

/** Says how far long work has come: a line a stage, with counts and seconds. */
export interface Progress {
  /** Runs a stage; `done` words its line from the result, for example "4 diagrams (3 from the cache)". */
  readonly stage: <T>(name: string, work: () => Promise<T>, done: (result: T) => string) => Promise<T>;
}

/** A spinner that becomes a line on a terminal, plain lines elsewhere, nothing when `quiet`. */
export function createProgress(effects: Effects, quiet: boolean): Progress {
  return {
    async stage(name, work, done) {
      if (quiet) return work();
      const started = effects.elapsed();
      const spinner = effects.interactive ? (await import('yocto-spinner')).default({ text: name }).start() : undefined;
      try {
        const result = await work();
        spinner?.stop();
        effects.report(`${name}: ${done(result)}, ${((effects.elapsed() - started) / 1000).toFixed(2)} s`);
        return result;
      } finally {
        spinner?.stop();
      }
    },
  };
}

/** "1 diagram", "2 diagrams". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
