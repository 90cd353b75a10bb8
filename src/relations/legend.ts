import { wordsIn } from '../language/words/words.js';
import type { Relations, RelationsView } from '../model.js';
import type { LineStyle } from './line-styles.js';
import { shownIn } from './shown.js';

export interface LegendEntry {
  readonly kind: string;
  readonly name: string;
  readonly line: LineStyle;
  /** The step in which the kind is first seen: the legend grows with the drawing. */
  readonly step: number;
}

export interface Legend {
  /** Only kinds the view shows, in the order they appear in. */
  readonly entries: readonly LegendEntry[];
  /** "colour shows who acts". */
  readonly colour: string;
}

export function relationsLegend(view: RelationsView, data: Relations, lang: string): Legend {
  const { kinds, relations } = shownIn(view, data, lang);
  const entries = kinds.map(({ id, name, line }) => ({
    kind: id,
    name,
    line,
    step: Math.min(...relations.filter(({ kind }) => kind.id === id).map(({ step }) => step)),
  }));
  return { entries: entries.sort((a, b) => a.step - b.step), colour: wordsIn(lang).colour };
}
