import { count } from '../../count.js';
import type { Diagnostic, Severity } from '../../model.js';

/** How a report for people is set. */
export interface TextStyle {
  /** A line of an author's file; undefined where it cannot be shown. */
  readonly lineAt: (path: string, line: number) => string | undefined;
  /** Gives words a colour on a terminal, and leaves them as they are elsewhere. */
  readonly paint: (words: string, as: Severity | 'faint' | 'strong') => string;
}

/** A longer line is shown around its column only, characters. */
const widest = 100;

/**
 * A diagnostic as people read it: a line `path:line:column severity rule message`, below it, indented, the author's own line with a
 * mark under the column where one is known, and the cure.
 */
export function textLines({ place, severity, rule, message, cure }: Diagnostic, style: TextStyle): readonly string[] {
  const level = severity === 'off' ? 'note' : severity;
  const { path, line, column } = place;
  const where = style.paint(`${path}:${line}:${column ?? 1}`, 'strong');
  const head = `${where} ${style.paint(level, level)} ${style.paint(rule, 'faint')} ${message}`;
  const shown = style.lineAt(path, line) ?? '';
  const frame = shown.trim() === '' ? [] : frameLines(shown, line, column);
  return [
    head,
    ...frame.map((one) => style.paint(`    ${one}`, 'faint')),
    ...(cure === undefined ? [] : [`    ${cure}`]),
  ];
}

function frameLines(text: string, line: number, column: number | undefined): readonly string[] {
  const from = column === undefined ? 0 : Math.max(0, Math.min(column - 1 - widest / 2, text.length - widest));
  const shown = text.slice(from, from + widest).replaceAll('\t', ' ');
  const cut = `${from > 0 ? '…' : ''}${shown}${from + widest < text.length ? '…' : ''}`;
  const margin = String(line);
  if (column === undefined) return [`${margin} | ${cut}`];
  const indent = ' '.repeat(column - 1 - from + (from > 0 ? 1 : 0));
  return [`${margin} | ${cut}`, `${' '.repeat(margin.length)} | ${indent}^`];
}

/** "2 errors, 1 warning"; empty where nothing was found. */
export function countWords(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, number: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity))
    .join(', ');
}
