import type { Deck, Diagnostic } from '../model.js';
import { findInitials } from './initials.js';
import { foldName } from './name-keys.js';
import type { PreparedSource } from './prepared-source.js';
import { wordsOf } from './words.js';

/** So many words before its brackets may spell an abbreviation out. */
const reach = 10;

/** Abbreviations that a source introduces, "Coastal Traffic Authority (CTA)", and the deck spells out otherwise. */
export function checkAbbreviations(deck: Deck, sources: readonly PreparedSource[]): readonly Diagnostic[] {
  return deck.abbreviations.flatMap(({ short, long, place }) => {
    for (const { key, paragraphs } of sources)
      for (const { number, normalised } of paragraphs) {
        const own = spelledOut(short, normalised.text);
        if (own === undefined) continue;
        if (isSame(own, long)) return [];
        const diagnostic: Diagnostic = {
          rule: 'abbreviation-differs',
          severity: 'warning',
          message: `The deck spells ${short} out as "${long}"; ${key} ¶${number} has "${own}".`,
          place,
          cure: 'Spell it out as the source does, or use another abbreviation.',
        };
        return [diagnostic];
      }
    return [];
  });
}

function spelledOut(short: string, text: string): string | undefined {
  const at = text.indexOf(`(${short})`);
  if (at === -1) return undefined;
  const before = wordsOf(text.slice(0, at)).slice(-reach);
  const range = findInitials(short, before);
  return range === undefined || text.slice(range.end, at).trim() !== ''
    ? undefined
    : text.slice(range.start, range.end);
}

/** Small words and plurals apart. */
function isSame(one: string, other: string): boolean {
  const words = (text: string): string =>
    wordsOf(text)
      .map((word) => foldName(word.text).replace(/s$/, ''))
      .filter((word) => word.length > 3)
      .join(' ');
  return words(one) === words(other);
}
