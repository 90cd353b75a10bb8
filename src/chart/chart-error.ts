import type { RuleName } from '../model/rules.js';
import type { Diagnostic, Place } from '../model.js';

/** Something an author has to mend before a chart can be drawn. */
export function chartError(rule: RuleName & `chart${string}`, message: string, place: Place, cure: string): Diagnostic {
  return { rule, severity: 'error', message, place, cure };
}
