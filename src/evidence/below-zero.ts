import type { TextRange } from '../model.js';

/** Behind degrees: below zero. */
const frost =
  /^\s?(?:below zero|unter null|mrozu|мороза|морозу|šalčio|poniżej zera|ниже нуля|нижче нуля|au-dessous de zéro)/iu;

/** A number behind a minus, as a sign or a word, or before "below zero". */
export function isBelowZero(text: string, { start, end }: TextRange): boolean {
  return (
    /(?:^|[\s(])-$|(?:minus|minusas|minusie|moins|минус|мінус)\s$/iu.test(text.slice(Math.max(0, start - 8), start)) ||
    frost.test(text.slice(end, end + 24))
  );
}
