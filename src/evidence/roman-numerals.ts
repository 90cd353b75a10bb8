import { centuryBehind } from './century.js';
import type { NumberFact } from './fact.js';
import type { LanguageReader } from './reader.js';
import { romanValue } from './roman.js';
import { type Word, wordsOf } from './words.js';

/** The Roman numerals of a text: of centuries and rulers, and those behind `Article` or `Chapter`. */
export function romanNumeralsOf(text: string, reader: LanguageReader): readonly NumberFact[] {
  if (!/[IVXLC]/.test(text)) return [];
  return wordsOf(text).flatMap(({ text: word, start, end }, index, words): NumberFact[] => {
    const value = romanValue(word.replace(/(?:e|er|ère|ème|st|th|го|е|й)$/u, ''));
    // "Le" is an article, not the fiftieth.
    if (value === undefined || /^L(?!\p{Lu})/u.test(word) || /[CDM]/.test(word)) return [];
    // "Article V" is Article 5, and "Chapter XII" Chapter 12.
    if (/^[IVX]+$/.test(word) && isBehindPart(words, index, text, reader))
      return [{ readings: [value], isSpelled: false, isOrdinal: 'maybe', start, end }];
    if (word.length === 1 && !isRuler(words, index)) return [];
    return [{ readings: [value], isSpelled: false, isOrdinal: true, ...centuryBehind(text, end, reader), start, end }];
  });
}

/** Behind `Article`, `Chapter`, `§`: there a single letter is a numeral too. "I" goes on as a sentence where it is a pronoun. */
function isBehindPart(words: readonly Word[], index: number, text: string, reader: LanguageReader): boolean {
  const isNamed = reader.articles.endsBefore(words, index) || reader.labels.endsBefore(words, index);
  const [before, word] = [words[index - 1], words[index]];
  if (!isNamed || before === undefined || word === undefined) return false;
  if (!/^\.?\s$/.test(text.slice(before.end, word.start))) return false;
  return word.text !== 'I' || !/^\s\p{Ll}/u.test(text.slice(word.end));
}

/** A single letter is a numeral only behind a name: "Charles V". */
function isRuler(words: readonly Word[], index: number): boolean {
  return /^[IVX]$/.test(words[index]?.text ?? '') && /^\p{Lu}\p{Ll}{2}/u.test(words[index - 1]?.text ?? '');
}
