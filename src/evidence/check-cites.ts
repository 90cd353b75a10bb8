import type { Deck, Diagnostic, Place } from '../model.js';
import { readCite } from '../parse/citation.js';
import { attributeOf, eachToken, placeOf } from '../parse/token.js';

/** What is wrong with the grammar of `cite="…"` attributes; citations in text were checked when they were read. */
export function checkCites(deck: Deck): readonly Diagnostic[] {
  return deck.slides.flatMap((slide) => {
    const own = slide.attributes.cite === undefined ? [] : problems(slide.attributes.cite, slide.place);
    let place = slide.place;
    const within = [...eachToken([...slide.tokens, ...slide.handout, ...slide.notes])].flatMap((token) => {
      if (token.block) place = placeOf(token);
      const cite = attributeOf(token, 'cite');
      return cite === undefined ? [] : problems(cite, place);
    });
    return [...own, ...within];
  });
}

function problems(cite: string, place: Place): readonly Diagnostic[] {
  return readCite(cite, place).problems.map((problem) => ({
    rule: 'citation-syntax',
    severity: 'error',
    message: `${problem}.`,
    place,
    cure: 'Write it as `cite="key, ¶5; other, ¶¶6–7"`.',
  }));
}
