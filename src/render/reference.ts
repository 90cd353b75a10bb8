import { escapeHtml } from '../escape-html.js';
import { hasPlace, locatorText } from '../evidence/locators.js';
import { filled, wordsIn } from '../language/words/words.js';
import type { Citation, Deck, Reference } from '../model.js';
import { shortNames, yearOf } from '../references/short-names.js';
import { textWidth } from '../relations/text-width.js';

/** "Preiherman 2024": how the foot of a slide names a source. The key when the bibliography lacks it. */
export function shortReference({ references, settings }: Deck, key: string): string {
  const reference = references.find(({ id }) => id === key);
  if (reference === undefined) return key;
  return reference.short ?? shortNames([reference], settings.lang).get(key)?.name ?? key;
}

/** A reference as the list of references has it, HTML; its parts in a row where no citation style has set it. */
export function fullReference({ set, author, title, issued, 'container-title': container }: Reference): string {
  if (set !== undefined) return set.entry;
  const authors = (author ?? []).map(({ given, family, literal }) =>
    [given, family ?? literal].filter((name) => name !== undefined).join(' '),
  );
  const year = yearOf(issued);
  const parts = [
    ...authors.map(escapeHtml),
    ...(title === undefined ? [] : [`‘${escapeHtml(title)}’`]),
    ...(container === undefined ? [] : [`<i>${escapeHtml(container)}</i>`]),
    ...(year === undefined ? [] : [year]),
  ];
  return parts.join(', ');
}

/** The full reference of a citation, as a note has it with the paragraphs it points at, HTML. The key when the bibliography lacks it. */
export function noteReference(deck: Deck, citation: Citation): string {
  const reference = deck.references.find(({ id }) => id === citation.key);
  if (reference === undefined) return escapeHtml(citation.key);
  const notes = reference.set?.notes ?? {};
  return notes[locatorText(citation)] ?? notes[''] ?? fullReference(reference);
}

/** Whether the deck cites places in several sources, so that a bare ¶ would not say which is meant. */
export function hasSeveralSources({ slides }: Deck): boolean {
  const cited = slides.flatMap(({ citations }) => citations.filter(hasPlace));
  return new Set(cited.map(({ key }) => key)).size > 1;
}

/** "¶5", "¶5–6", "p. 3", or what the author typed where no place in the source was understood; "¶" for a source as a whole. */
export function mark(citation: Citation): string {
  const places = placesOf(citation);
  return places.length > 0 ? places.join(', ') : (citation.suffix ?? '¶');
}

/** How wide the margin is in which marks hang, px of the stage; `marks.css` has the same. */
export const widestPlace = 96;

/** The places in a source that have room in a margin, each to stay on one line; "¶" where there is none. */
export function marginPlaces(citation: Citation): readonly string[] {
  const places = placesOf(citation).filter(
    (text) => textWidth({ text: `${text},`, face: 'strong', size: 20 }) <= widestPlace,
  );
  return places.length > 0 ? places.map((place) => place.replaceAll(' ', '\u00A0')) : ['¶'];
}

/** Longer words than "chapters 12 and 14" are no place. */
const longestPlace = 18;

/** Paragraphs, and what the author typed that names a place with a number, as "pp. 3–4". */
function placesOf({ locators, parts = [], suffix = '' }: Citation): readonly string[] {
  const typed = suffix
    .split(/[,;]/)
    .map((part) => part.trim().replace(/(\d)\s*-{1,2}\s*(?=\d)/g, '$1–'))
    .filter((part) => /\d/.test(part) && part.length <= longestPlace);
  return [
    ...locators.map(([from, to]) => (from === to ? `¶${from}` : `¶${from}–${to}`)),
    ...parts.map(({ typed }) => typed),
    ...typed,
  ];
}

/** "source: see Preiherman 2024, paragraph 5": what is read aloud for the mark, with the numbers as the mark has them. */
export function accessibleName(deck: Deck, citation: Citation): string {
  const { key, prefix, parts = [], suffix } = citation;
  const numbers = locatorText(citation);
  const words = wordsIn(deck.settings.lang);
  const phrase = /^\d+$/.test(numbers) ? words.paragraph : words.paragraphs;
  const where = [
    ...(numbers === '' ? [] : [filled(phrase, { n: numbers })]),
    ...parts.map(({ typed }) => typed),
    ...(suffix === undefined ? [] : [suffix]),
  ];
  const source = [prefix, shortReference(deck, key)].filter((part) => part !== undefined).join(' ');
  return filled(words.source, { source: [source, ...where].join(', ') });
}
