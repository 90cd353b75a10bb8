import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli.js';
import type { Effects } from '../../src/system/effects.js';
import { testEffects } from './effects.js';

/** The repository's root, absolute. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command as it is installed; `npm run compile` makes it. */
export const installed = fileURLToPath(new URL('../../dist/lib/cli.js', import.meta.url));

/** What a command line came to. */
export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, a line each. */
  readonly printed: readonly string[];
  readonly reported: readonly string[];
}

/** Runs a command line in this process, with the bundled browser. */
export async function run(args: readonly string[], cwd: string, overrides: Partial<Effects> = {}): Promise<Outcome> {
  const effects = testEffects(cwd, { env: { ...process.env, PILCROW_BROWSER: 'bundled' }, ...overrides });
  const code = await main(args, effects);
  return { code, printed: lines(effects.printed), reported: lines(effects.reported) };
}

/** Runs the installed command in a process of its own. */
export function runInstalled(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, PILCROW_BROWSER: 'bundled', ...env } };
    const child = execFile(process.execPath, [installed, ...args], options, (_error, out, said) =>
      resolve({ code: child.exitCode ?? -1, printed: lines([out]), reported: lines([said]) }),
    );
  });
}

function lines(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.trimEnd().split('\n')).filter((line) => line !== '');
}
