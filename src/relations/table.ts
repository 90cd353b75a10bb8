import type { Citation, Relations, RelationsView } from '../model.js';
import { shownIn } from './shown.js';

/** One relation as a row of the table that papers print. */
export interface RelationRow {
  readonly id: string;
  readonly from: string;
  readonly kind: string;
  readonly what: string;
  readonly to: string;
  readonly mutual: boolean;
  /** "¶5, inferred", or "not in the source". Empty only in a deck without references. */
  readonly evidence: string;
  /** "inferred", "lecturer", "not in the source", or empty. */
  readonly remark: string;
  readonly citations: readonly Citation[];
}

/** The relations of a view as a table, in the order of the file. Text, not HTML. */
export function relationsTable(view: RelationsView, data: Relations, lang: string): readonly RelationRow[] {
  return shownIn(view, data, lang).relations.map(
    ({ id, from, to, kind, mutual, words, evidence, remark, relation }) => ({
      id,
      from: from.name,
      kind: kind.name,
      what: relation.what === undefined ? '' : words,
      to: to.name,
      mutual,
      evidence: [evidence, remark].filter((part) => part !== '').join(', '),
      remark,
      citations: relation.citations,
    }),
  );
}
