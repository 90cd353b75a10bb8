import type { Citation, Place } from '../model.js';
import { type Citing, readCite } from '../parse/citation.js';

/**
 * Reads a relation's `cite:`: what a claim's attribute says, and besides `key, ¶5; inference`, since a line can be inferred from a
 * paragraph that the drawing names.
 */
export function readRelationCite(text: string, place: Place): Citing {
  const [, sources = '', unsourced] = /^(.*);\s*@?(inference|lecturer)\s*$/s.exec(text) ?? [];
  if (unsourced === undefined) return readCite(text, place);
  return { ...readCite(sources, place), unsourced: unsourced === 'inference' ? 'inference' : 'lecturer' };
}

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
