import type { RuleName } from './rules.js';
import type { Level } from './severity.js';

/** A place in an author's file; lines and columns count from 1, and a PDF's line is its page. `path` is relative to where the command runs. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

/**
 * Something to say about the author's content. Diagnostics are collected and returned, never thrown.
 * `message` says what is there and what was expected, `cure` what to do.
 */
export interface Diagnostic {
  readonly rule: RuleName;
  readonly severity: Level;
  readonly message: string;
  readonly place: Place;
  readonly cure?: string;
}

/** `path:line:column severity rule message`, the form every report and fixture uses; the column is 1 when unknown. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, severity, rule, message, cure } = diagnostic;
  return `${place.path}:${place.line}:${place.column ?? 1} ${severity} ${rule} ${message}${cure === undefined ? '' : ` ${cure}`}`;
}

/** In reading order, each said once however many editions found it, and none that is off. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = diagnostics.filter(({ severity }) => severity !== 'off');
  const unique = new Map(said.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
  return [...unique.values()].sort(
    (a, b) =>
      compare(a.place.path, b.place.path) ||
      a.place.line - b.place.line ||
      (a.place.column ?? 1) - (b.place.column ?? 1) ||
      compare(a.rule, b.rule),
  );
}

/** Whether the deck may be written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
