import { dated } from '../language/words/dates.js';
import { wordsIn } from '../language/words/words.js';
import { attribute, hasClass, type SeenElement } from './tree.js';

/** By their classes: what officials assert, what the author of the source assesses, what others would dispute. */
const voices = ['official', 'assessment', 'contested'] as const;

/**
 * Whose word an element is said to be, and of when, `{asof=2024-02}`, in the deck's language; empty where it says neither. A slide has its
 * date as its own attribute.
 */
export function voiceOf(element: SeenElement, lang: string): string {
  const said = attribute(element, 'class') === undefined ? [] : voices.filter((name) => hasClass(element, name));
  const asOf = attribute(element, 'data-asof') ?? attribute(element, 'asof');
  const when = asOf === undefined ? [] : [dated(lang, asOf, 'short')];
  return [...said.map((name) => wordsIn(lang)[name]), ...when].join(', ');
}
