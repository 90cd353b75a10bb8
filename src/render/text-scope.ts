import type { Citation } from '../model.js';
import { mean } from './meaning.js';
import { attribute, elements, ownCites, type Parent, removeAttribute } from './tree.js';

/** What is made of one text of a slide, its own, its notes or its prose, has in common. */
export interface TextScope {
  /** Begins the ids that are made on the way. */
  readonly prefix: string;
  /** Notes what an element cites that is being written, and says what to write in its `ownCites`. */
  readonly cite: (citations: readonly Citation[]) => string;
  /** All that was noted, in the order of writing. */
  readonly cited: readonly (readonly Citation[])[];
}

export function textScope(prefix: string): TextScope {
  const cited: (readonly Citation[])[] = [];
  return { prefix, cited, cite: (citations) => String(cited.push(citations) - 1) };
}

/** Gives each parsed element what it cites, and takes the mark of it away. */
export function bindCitations(root: Parent, { cited }: Pick<TextScope, 'cited'>): void {
  if (cited.length === 0) return;
  for (const element of elements(root)) {
    const position = attribute(element, ownCites);
    if (position === undefined) continue;
    mean(element, { citations: cited[Number(position)] ?? [] });
    removeAttribute(element, ownCites);
  }
}
