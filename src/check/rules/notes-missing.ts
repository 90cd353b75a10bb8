import type { Layout, Slide } from '../../model.js';
import { rule } from '../rule.js';
import { slidePlace } from '../slide-place.js';

/** Found by looking at the parsed deck. */
export const notesMissing = rule('notes-missing', {
  group: 'slides',
  severity: 'note',
  needs: 'text',
  style: true,
  what: 'A slide without speaker notes in a deck that has notes. Title, section, question, source and blank slides need none.',
  why: 'Whoever presents it a second time, or in another’s place, does not know what to say.',
  wrong: `## Ports

Note:
Say why.

---

## Ships`,
  right: `## Ports

Note:
Say why.

---

## Ships

Note:
Say how many.`,
  check({ deck: { slides } }) {
    if (!slides.some(hasNotes)) return [];
    return slides
      .filter((slide) => !hasNotes(slide) && !speechless.includes(slide.layout))
      .map((slide) => ({
        message: `Slide ${slide.number} has no speaker notes.`,
        place: slidePlace(slide),
        cure: 'Write them below a line `Note:`.',
      }));
  },
});

const speechless: readonly Layout[] = ['title', 'section', 'question', 'sources', 'blank'];

function hasNotes({ notes, attributes }: Slide): boolean {
  return notes.length > 0 || attributes['data-notes'] !== undefined;
}
