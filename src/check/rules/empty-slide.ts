import type { Slide } from '../../model.js';
import type { Checked, Finding } from '../finding.js';

/** Slides without content. None where another rule says why: the whole deck is empty, or an include has no slides. */
export function emptySlides({ deck }: Checked): readonly Finding[] {
  if (deck.diagnostics.some(({ rule }) => rule === 'include' || rule === 'empty-deck')) return [];
  return deck.slides.filter(isEmpty).map(finding);
}

function isEmpty({ tokens, handout, attributes }: Slide): boolean {
  return tokens.length + handout.length + Object.keys(attributes).length === 0;
}

function finding(slide: Slide): Finding {
  const { place } = slide;
  if (slide.notes.length > 0) {
    const cure = 'Write the notes below a slide’s text, or remove the separator between the two.';
    return { place, message: 'The slide has notes and nothing to show.', cure };
  }
  return { place, message: 'The slide is empty.', cure: 'Remove one of the separators around it.' };
}
