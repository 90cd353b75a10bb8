import { stringify } from 'yaml';
import type { ForeignFrontMatter } from './front-matter.js';
import type { ImportRemark } from './imported-deck.js';

/** Sources that a deck describes in its front matter (Pandoc's manual, "Citations"), as `references.yaml` has them. */
export function ownReferences(
  { values, lineOf }: ForeignFrontMatter,
  path: string,
  remarks: ImportRemark[],
): { readonly references?: string } {
  const { references } = values;
  if (!Array.isArray(references) || references.length === 0) return {};
  remarks.push({
    fate: 'changed',
    place: { path, line: lineOf('references') },
    typed: 'references:',
    message: 'Stand in `references.yaml` beside the deck.',
  });
  return { references: stringify(references, { lineWidth: 0 }) };
}
