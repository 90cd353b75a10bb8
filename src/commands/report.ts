import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { countWords, type TextStyle } from '../check/report/text.js';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '../model/diagnostic.js';
import type { Deck } from '../model.js';
import type { Effects } from '../system/effects.js';

/** Says every diagnostic of a deck on a line of its own, in reading order, then how many there are. Nothing when there is none. */
export function reportDiagnostics(
  { path }: Pick<Deck, 'path'>,
  diagnostics: readonly Diagnostic[],
  say: Effects['report'],
): void {
  const sorted = sortDiagnostics(diagnostics);
  for (const diagnostic of sorted) say(formatDiagnostic(diagnostic));
  if (sorted.length > 0) say(`${path}: ${countWords(sorted)}`);
}

const colours = { error: 'red', warning: 'yellow', note: 'cyan', faint: 'dim', strong: 'bold' } as const;

/** How messages are set for people: with the author's own lines, and in colours where there is a terminal that shows them. */
export function textStyle({ cwd, files, colour }: Effects): TextStyle {
  const read = new Map<string, readonly string[]>();
  return {
    lineAt(path, line) {
      const lines = read.get(path) ?? linesOf(files.readNow(resolve(cwd, path)));
      read.set(path, lines);
      return lines[line - 1];
    },
    // The stream is not asked again: what `colour` says was settled where the machine is known.
    paint: (words, as) => (colour ? styleText(colours[as], words, { validateStream: false }) : words),
  };
}

function linesOf(bytes: Uint8Array | undefined): readonly string[] {
  return bytes === undefined ? [] : new TextDecoder().decode(bytes).split(/\r\n?|\n/);
}
