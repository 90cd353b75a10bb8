import { filled, wordsIn } from '../language/words/words.js';
import type { Settings } from '../model.js';

/** When the deck is from, and when what it says was last true, as its author wrote both. */
export function datesOf({ date = '', asOf: when = '', lang }: Settings): readonly string[] {
  return [date, when === '' ? '' : filled(wordsIn(lang).asOf, { date: when })].filter((line) => line !== '');
}

/** The word before that second date, without the date: "As of". A head for a column of such dates. */
export function asOfWord(lang: string): string {
  return filled(wordsIn(lang).asOf, { date: '' }).replace(/:?\s*$/, '');
}
