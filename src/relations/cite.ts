import type { Citation } from '../model.js';

/** A relation's `cite:` is what a claim's attribute is. */
export { readCite } from '../parse/citation.js';

/** "¶5", "¶5–6, ¶8"; "¶" for a source as a whole; several sources joined with a semicolon. */
export function paragraphs(citations: readonly Citation[]): string {
  return citations
    .map(({ locators }) =>
      locators.length === 0
        ? '¶'
        : locators.map(([from, to]) => (from === to ? `¶${from}` : `¶${from}–${to}`)).join(', '),
    )
    .join('; ');
}
