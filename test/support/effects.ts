import type { Effects } from '../../src/system/effects.js';
import { nodeFiles } from '../../src/system/node-files.js';

/** Effects on the real files below a folder, with a fixed date; what is printed and reported can be looked at. */
export function testEffects(
  cwd: string,
  overrides: Partial<Effects> = {},
): Effects & { readonly printed: string[]; readonly reported: string[] } {
  const printed: string[] = [];
  const reported: string[] = [];
  return {
    cwd,
    env: process.env,
    files: nodeFiles,
    now: () => new Date(Date.UTC(2024, 1, 24)),
    elapsed: () => 0,
    print: (line) => void printed.push(line),
    report: (line) => void reported.push(line),
    interactive: false,
    colour: false,
    signal: new AbortController().signal,
    ...overrides,
    printed,
    reported,
  };
}
