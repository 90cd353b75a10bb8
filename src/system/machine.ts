import { createInterface } from 'node:readline/promises';
import { DeckError } from '../error.js';
import type { Effects } from './effects.js';
import { nodeFiles } from './node-files.js';
import { systemTrouble } from './system-trouble.js';

/** What is said when a command was asked to stop. */
export const stoppedWords =
  'pilcrow: stopped; every output is complete, either the old one or the new one. Run the command again for the rest.';

/** Exit codes of the signals that stop a command: 128 and the signal's number. */
export const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * The real machine as the command line sees it. The first Ctrl-C or SIGTERM asks the command to stop and tidy up; a second
 * one ends the process at once, its browser and its temporary files with it.
 */
export function machine(): Effects {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) return stop.abort(signal);
      process.stderr.write(`${stoppedWords}\n`);
      process.exit(exitCodes[signal]);
    });
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that wants no more, as in `pilcrow check | head`, is no error.
    if (error.code === 'EPIPE') process.exit();
    const trouble = systemTrouble(error, 'send it elsewhere');
    process.stderr.write(`pilcrow: the results could not be written: ${trouble?.why ?? error.message}.\n`);
    process.exit(1);
  });
  // Where messages cannot be written, there is nobody to tell; the exit code still says how it went.
  process.stderr.on('error', () => undefined);
  return {
    cwd: process.cwd(),
    env: process.env,
    files: nodeFiles,
    now: () => dateOf(process.env.SOURCE_DATE_EPOCH),
    elapsed: () => performance.now(),
    print: (line) => void process.stdout.write(`${line}\n`),
    report: (line) => void process.stderr.write(`${line}\n`),
    colour: process.stdout.isTTY === true && process.stdout.hasColors() && !process.env.NO_COLOR,
    interactive: process.stderr.isTTY === true && process.env.CI === undefined,
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true && process.env.CI === undefined ? { ask } : {}),
    signal: stop.signal,
  };
}

/** On standard error, since results go to standard output. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** The seconds since 1970 that reproducible builds give (reproducible-builds.org/specs/source-date-epoch), else the clock. */
export function dateOf(epoch: string | undefined): Date {
  if (epoch === undefined || epoch === '') return new Date();
  const date = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
  // A PDF's date has four digits for the year.
  if (date.getTime() < Date.UTC(10_000, 0)) return date;
  const message = `SOURCE_DATE_EPOCH is "${epoch}", expected a number of seconds since 1970, such as 1700000000. Correct or unset it.`;
  throw new DeckError('usage', message);
}
