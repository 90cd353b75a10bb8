import type { TextRange } from '../model.js';
import { nameWordsOf } from './name-index.js';
import { foldName } from './name-keys.js';
import { bare, isCapitalised } from './name-words.js';
import type { Word } from './words.js';

/** Where a paragraph spells an abbreviation out, or shortens a name of several words: by their first letters, small words left out. */
export function findInitials(letters: string, words: readonly Word[]): TextRange | undefined {
  const wanted = foldName(letters.replace(/s$/, ''));
  if (wanted.length < 2) return undefined;
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (first === undefined || !isCapitalised(first.text) || foldName(first.text).charAt(0) !== wanted.charAt(0))
      continue;
    let at = 1;
    let index = from + 1;
    let skipped = 0;
    while (at < wanted.length && index < words.length && skipped <= 2) {
      const word = words[index]?.text ?? '';
      if (foldName(word).charAt(0) === wanted.charAt(at) && (word.length > 3 || isCapitalised(word))) {
        at++;
        skipped = 0;
      } else if (word.length <= 3) skipped++;
      else break;
      index++;
    }
    if (at === wanted.length) return { start: first.start, end: words[index - 1]?.end ?? first.end };
  }
  return undefined;
}

/** The first letters of a name of several words, as its abbreviation would have them. */
export function initialsOf(text: string): string {
  return nameWordsOf(text)
    .filter(({ text }) => isCapitalised(text))
    .map(({ text }) => bare(text).charAt(0))
    .join('');
}
