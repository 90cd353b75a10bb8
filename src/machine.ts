import { type Effects, nodeFiles } from './effects.js';

/** Exit codes of the signals that stop a command: 128 and the signal's number. */
export const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * The real machine as the command line sees it. The first Ctrl-C or SIGTERM asks the command to stop and tidy up; a second
 * one ends the process at once, its browser and its temporary files with it.
 */
export function machine(): Effects {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(exitCodes[signal]) : stop.abort(signal)));
  }
  // A reader that wants no more, as in `pilcrow check | head`, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return {
    cwd: process.cwd(),
    env: process.env,
    files: nodeFiles,
    now: () => (epoch === undefined || !/^\d+$/.test(epoch) ? new Date() : new Date(Number(epoch) * 1000)),
    elapsed: () => performance.now(),
    print: (line) => void process.stdout.write(`${line}\n`),
    report: (line) => void process.stderr.write(`${line}\n`),
    colour: process.stdout.isTTY === true && process.stdout.hasColors() && !process.env.NO_COLOR,
    interactive: process.stderr.isTTY === true && process.env.CI === undefined,
    signal: stop.signal,
  };
}
