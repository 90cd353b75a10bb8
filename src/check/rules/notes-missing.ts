import type { Layout, Slide } from '../../model.js';
import type { Checked, Finding } from '../finding.js';
import { slidePlace } from '../slide-place.js';

export function notesMissing({ deck: { slides } }: Checked): readonly Finding[] {
  if (!slides.some(hasNotes)) return [];
  return slides
    .filter((slide) => !hasNotes(slide) && !speechless.includes(slide.layout))
    .map((slide) => ({
      message: `Slide ${slide.number} has no speaker notes.`,
      place: slidePlace(slide),
      cure: 'Write them below a line `Note:`.',
    }));
}

const speechless: readonly Layout[] = ['title', 'section', 'question', 'sources', 'blank'];

function hasNotes({ notes, attributes }: Slide): boolean {
  return notes.length > 0 || attributes['data-notes'] !== undefined;
}
