import type { Effects } from './effects.js';

/** Says how far long work has come: a line a stage, with counts and seconds. */
export interface Progress {
  /** Runs a stage; `done` words its line from the result, for example "4 diagrams (3 from the cache)". */
  readonly stage: <T>(name: string, work: () => Promise<T>, done: (result: T) => string) => Promise<T>;
  /** The same, with its lines said by `report`. */
  readonly reporting: (report: Effects['report']) => Progress;
}

/**
 * A spinner that becomes a line on a terminal, plain lines elsewhere, nothing when `quiet`. Stages that run side by side share one
 * spinner, since two would write over each other.
 */
export function createProgress(effects: Effects, quiet: boolean): Progress {
  const running: string[] = [];
  let spinner: { start: (text: string) => unknown; stop: () => unknown } | undefined;
  const show = (): void => void (running.length === 0 ? spinner?.stop() : spinner?.start(running.join(', ')));
  const reporting = (report: Effects['report']): Progress => ({
    reporting,
    async stage(name, work, done) {
      if (quiet) return work();
      const started = effects.elapsed();
      if (effects.interactive) spinner ??= (await import('yocto-spinner')).default();
      running.push(name);
      show();
      try {
        const result = await work();
        spinner?.stop();
        report(`${name}: ${done(result)}, ${((effects.elapsed() - started) / 1000).toFixed(2)} s`);
        return result;
      } finally {
        running.splice(running.indexOf(name), 1);
        spinner?.stop();
        show();
      }
    },
  });
  return reporting(effects.report);
}
