import { roundingOf } from '../check-numbers.js';
import type { NumberFact } from '../fact.js';
import type { LanguageReader } from '../reader.js';
import { isRounded } from '../same-number.js';
import type { Doubt } from './doubt.js';
import type { ReadText } from './read-text.js';

/** Up to here a number in words is no fact to look for, but may contradict one. */
const small = 10;

/** A text with more numbers is a list, and counts no one thing. */
export const mostNumbers = 100;

/** Small enough to be said in words, a fraction or a rank among them. */
export function isSmall({ readings, isFraction, isOrdinal, isSpan }: NumberFact): boolean {
  if (isSpan === true) return false;
  return isFraction === true || ((readings[0] ?? 0) <= small && (isOrdinal === true || (readings[0] ?? 0) >= 2));
}

/** "A good seven per cent" where the source has 7.3: the claim says that its number is rounded, and it is. */
export function isSaidRounded({ text, reader }: ReadText, fact: NumberFact, other: NumberFact): boolean {
  const rounding = roundingOf(fact, text, reader);
  return rounding !== undefined && isRounded(fact, other, rounding);
}

/** What is said of a number that the source gives otherwise. */
export function miscount(claim: ReadText, fact: NumberFact, text: string, other: NumberFact): Doubt {
  return {
    rule: 'evidence-count',
    message: `The claim says "${shown(claim.text, fact, claim.reader)}" where the source says "${shown(text, other, claim.reader)}".`,
    cure: 'Correct it, or name the words it rests on.',
  };
}

/** A number with its unit, which may stand behind it. */
function shown(text: string, { start, end, unit }: NumberFact, reader: LanguageReader): string {
  const word = /^[ -](?<next>\p{L}+)/u.exec(text.slice(end));
  const behind = unit !== undefined && reader.units.of(word?.groups?.next ?? '') === unit ? (word?.[0] ?? '') : '';
  return `${text.slice(start, end)}${behind}`;
}
