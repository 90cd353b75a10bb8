import { wordsIn } from '../words/words.js';
import { attribute, type Element, hasClass } from './tree.js';

/** By their classes: what officials assert, what the author of the source assesses, what others would dispute. */
const voices = ['official', 'assessment', 'contested'] as const;

/** Whose word an element is said to be, in the deck's language; empty where it does not say. */
export function voiceOf(element: Element, lang: string): string {
  if (attribute(element, 'class') === undefined) return '';
  const said = voices.filter((name) => hasClass(element, name));
  return said.map((name) => wordsIn(lang)[name]).join(', ');
}
