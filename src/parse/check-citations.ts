import type { Place } from '../model.js';
import { nearest } from '../nearest.js';
import type { Citing } from './citation.js';
import type { ParseContext } from './parse-context.js';

/** Says what a citation gets wrong: its grammar, or a key that `references.yaml` does not have. */
export function checkCitations({ citations, problems }: Citing, place: Place, context: ParseContext): void {
  for (const problem of problems) {
    context.report(
      'error',
      'citation-syntax',
      place,
      `${problem}.`,
      'Write it as `[@key, ¶5; @other, ¶¶6–7, "its words"]`.',
    );
  }
  for (const { key } of citations) {
    if (context.keys.has(key)) continue;
    if (context.keys.size === 0) {
      // References that are there and could not be read were reported where they are broken.
      if (context.source.diagnostics.some(({ place }) => /references\.(yaml|json)$/.test(place.path))) continue;
      const message = `There is no source \`${key}\`: the deck has no references.`;
      context.report('warning', 'citation-unknown', place, message, 'Describe it in references.yaml beside the deck.');
      continue;
    }
    const near = nearest(key, context.keys);
    const cure =
      near === undefined ? `Known keys: ${[...context.keys].slice(0, 8).join(', ')}.` : `Did you mean \`${near}\`?`;
    context.report('error', 'citation-unknown', place, `references.yaml has no source \`${key}\`.`, cure);
  }
}
