import { type Effects, nodeFiles } from './effects.js';

/**
 * The real machine as the command line sees it. The first Ctrl-C or SIGTERM asks the command to stop and tidy up; a second
 * one ends the process at once.
 */
export function machine(): Effects {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stop.abort(signal));
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return {
    cwd: process.cwd(),
    env: process.env,
    files: nodeFiles,
    now: () => (epoch === undefined || !/^\d+$/.test(epoch) ? new Date() : new Date(Number(epoch) * 1000)),
    elapsed: () => performance.now(),
    print: (line) => void process.stdout.write(`${line}\n`),
    report: (line) => void process.stderr.write(`${line}\n`),
    interactive: process.stderr.isTTY === true && process.env.CI === undefined,
    signal: stop.signal,
  };
}
