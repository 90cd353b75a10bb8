import type { NumberFact } from './fact.js';
import type { SpelledNumber } from './number-words.js';
import type { LanguageReader } from './reader.js';
import type { Word } from './words.js';

/** How long something takes, said without a number: "half a year", "two decades", "полвека", "a fortnight". */
export function timeSpansOf(
  text: string,
  words: readonly Word[],
  spelled: readonly SpelledNumber[],
  reader: LanguageReader,
): readonly NumberFact[] {
  return words.flatMap((word, index): readonly NumberFact[] => {
    const found = reader.spans.at(words, index);
    if (found === undefined) return [];
    const { count, unit } = found.value;
    const end = words[index + found.length - 1]?.end ?? word.end;
    const number = spelled.find(({ next }) => next === index);
    // "Septintasis dešimtmetis" is one of a row.
    if (number?.isOrdinal === true) return [];
    const times = number === undefined ? digitsBefore(text, words[index - 1], word) : { ...number };
    const value = count * (times?.value ?? 1);
    return [{ readings: [value], unit, isSpelled: true, isSpan: true, start: times?.start ?? word.start, end }];
  });
}

function digitsBefore(
  text: string,
  before: Word | undefined,
  { start }: Word,
): { readonly value: number; readonly start: number } | undefined {
  if (before === undefined || !/^\d{1,2}$/.test(before.text) || text.slice(before.end, start) !== ' ') return undefined;
  return { value: Number(before.text), start: before.start };
}
