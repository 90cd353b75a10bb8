import type { Diagnostic } from '../diagnostic.js';
import type { PdfReading } from '../model.js';
import type { Rule } from './rule.js';
import { rules } from './rules.js';

/** What the rules for PDFs find in one; `path` is what messages call it, and a place's line is its page. */
export function checkPdf(pdf: PdfReading, path: string): readonly Diagnostic[] {
  const table: readonly Rule<(typeof rules)[number]['name']>[] = rules;
  return table.flatMap(({ name, severity, checkPdf: look }) =>
    (look?.(pdf) ?? []).map(
      ({ message, page = 1, cure }): Diagnostic => ({
        rule: name,
        severity,
        message,
        place: { path, line: page },
        ...(cure === undefined ? {} : { cure }),
      }),
    ),
  );
}
