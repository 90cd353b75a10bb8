import type { Diagnostic } from '../../model/diagnostic.js';

/** What was found, for programs: a line and column count from 1, a path is relative to where the command ran. */
export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return JSON.stringify(
    {
      errors: of('error'),
      warnings: of('warning'),
      notes: of('note'),
      diagnostics: diagnostics.map(({ place, severity, rule, message, cure }) => ({
        path: place.path,
        line: place.line,
        column: place.column ?? 1,
        severity,
        rule,
        message,
        ...(cure === undefined ? {} : { cure }),
      })),
    },
    null,
    2,
  );
}
