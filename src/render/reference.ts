import { locatorText } from '../evidence/locators.js';
import type { Citation, Deck, Reference } from '../model.js';
import { filled, wordsIn } from '../words/words.js';
import { escapeHtml } from './escape-html.js';

/** "Preiherman 2024": how the foot of a slide names a source. The key when the bibliography lacks it. */
export function shortReference(deck: Deck, key: string): string {
  const reference = deck.references.find(({ id }) => id === key);
  if (reference === undefined) return key;
  const names = (reference.author ?? []).map(({ family, literal, given }) => family ?? literal ?? given ?? '');
  const [first = reference.title ?? key, second] = names;
  const { both, etAl } = wordsIn(deck.settings.lang);
  const several = names.length > 2 ? filled(etAl, { first }) : filled(both, { one: first, other: second ?? '' });
  const who = second === undefined ? first : several;
  const year = yearOf(reference.issued);
  return year === undefined ? who : `${who} ${year}`;
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

/** Whether the deck cites paragraphs of several sources, so that a bare ¶ would not say which is meant. */
export function hasSeveralSources({ slides }: Deck): boolean {
  const cited = slides.flatMap(({ citations }) => citations.filter(({ locators }) => locators.length > 0));
  return new Set(cited.map(({ key }) => key)).size > 1;
}

/** "¶5", "¶5–6", or what the author typed where no paragraph was understood; "¶" for a source as a whole. */
export function mark(citation: Citation): string {
  if (citation.locators.length === 0) return citation.suffix ?? '¶';
  return citation.locators.map(([from, to]) => (from === to ? `¶${from}` : `¶${from}–${to}`)).join(', ');
}

/** "source: Preiherman 2024, paragraph 5": what is read aloud for the mark, with the numbers as the mark has them. */
export function accessibleName(deck: Deck, citation: Citation): string {
  const { key, suffix } = citation;
  const numbers = locatorText(citation);
  const words = wordsIn(deck.settings.lang);
  const phrase = /^\d+$/.test(numbers) ? words.paragraph : words.paragraphs;
  const where = numbers === '' ? suffix : filled(phrase, { n: numbers });
  return filled(words.source, {
    source: [shortReference(deck, key), ...(where === undefined ? [] : [where])].join(', '),
  });
}

/** CSL dates come as `date-parts`, as a string in ISO 8601 or EDTF, or as `raw` or `literal` text. */
function dateParts(issued: unknown): readonly string[] {
  if (typeof issued === 'number') return [String(issued)];
  if (typeof issued === 'string') return issued.split('/')[0]?.split('-') ?? [];
  if (issued instanceof Date) return issued.toISOString().slice(0, 10).split('-');
  if (typeof issued !== 'object' || issued === null) return [];
  if ('date-parts' in issued && Array.isArray(issued['date-parts'])) {
    const first: unknown = issued['date-parts'][0];
    return Array.isArray(first) ? first.map(String) : [];
  }
  if ('year' in issued) return [String(issued.year)];
  const other = 'raw' in issued ? issued.raw : 'literal' in issued ? issued.literal : undefined;
  return other === undefined ? [] : dateParts(other);
}

function yearOf(issued: unknown): string | undefined {
  return dateParts(issued).join(' ').match(/\d{4}/)?.[0];
}
