import { roundingOf } from '../check-numbers.js';
import type { NumberFact } from '../fact.js';
import type { LanguageReader } from '../reader.js';
import { isSameNumber, type Rounding } from '../same-number.js';
import { type Word, wordsOf } from '../words.js';
import type { Doubt } from './doubt.js';
import { keep, type ReadText } from './read-text.js';

/** Two numbers that are joined in the claim one way round and in the source the other: "from 6,500 to 21,000". */
export function findTurnedNumbers(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const pairs = pairsOf(claim);
  if (pairs.length === 0) return undefined;
  const others = sources.flatMap(pairsOf);
  for (const [one, two] of pairs) {
    const isSame = others.some(([a, b]) => isSameNumber(one, a) && isSameNumber(two, b));
    const isTurned = others.some(([a, b]) => isSameNumber(one, b) && isSameNumber(two, a) && !isSameNumber(one, a));
    if (isTurned && !isSame)
      return {
        rule: 'evidence-direction',
        message: `The claim has "${claim.text.slice(one.start, two.end)}" where the source has these numbers the other way round.`,
        cure: 'Put them in the order of the source, or say it in other words.',
      };
  }
  return undefined;
}

/** The same number, over it in the claim and under it in the source. */
export function findTurnedBounds(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const bounds = boundsOf(claim);
  if (bounds.length === 0) return undefined;
  const others = sources.flatMap((source) => boundsOf(source).map((one) => ({ ...one, text: source.text })));
  for (const one of bounds) {
    const same = others.filter((other) => isSameNumber(one.fact, other.fact));
    const [other] = same;
    if (other === undefined || same.some(({ bound }) => bound === one.bound)) continue;
    const shown = other.text.slice(Math.max(0, other.fact.start - 20), other.fact.end);
    return {
      rule: 'evidence-direction',
      message: `The claim has ${claim.text.slice(one.fact.start, one.fact.end)} as a bound on the other side than the source: "${shown}".`,
      cure: 'Say whether it is more or less, as the source does.',
    };
  }
  return undefined;
}

const boundsOf = keep((read): readonly { readonly fact: NumberFact; readonly bound: Rounding }[] => {
  const ends = new Set(pairsOf(read).map(([, end]) => end.start));
  return read.facts.numbers.flatMap((fact) => {
    const bound = roundingOf(fact, read.text, read.reader);
    return bound === undefined || bound === 'about' || ends.has(fact.start) ? [] : [{ fact, bound }];
  });
});

const pairsOf = keep(({ text, reader, facts }): readonly (readonly [NumberFact, NumberFact])[] => {
  const numbers = [...facts.numbers].sort((a, b) => a.start - b.start);
  const joins = reader.list('rangeJoins', reader.language.numbers.rangeJoins);
  return numbers.flatMap((one, index) => {
    const next = numbers[index + 1];
    if (next === undefined || one.isOrdinal !== undefined || next.isOrdinal !== undefined) return [];
    const between = text.slice(one.end, next.start);
    if (between.length > 40) return [];
    const words = wordsOf(between);
    const isJoined =
      /^\s?[-:]\s?$/.test(between) ||
      (words.length <= 3 &&
        words.some((_, at) => endsRange(joins.at(words, at)?.length, words, at, reader)) &&
        !/[.;]/.test(between));
    return isJoined ? [[one, next] as const] : [];
  });
});

/** The word between the ends of a range stands before the second one, or before what rounds it; in "au lieu de" there is none. */
function endsRange(length: number | undefined, words: readonly Word[], at: number, reader: LanguageReader): boolean {
  if (length === undefined || reader.joins.at(words, at) !== undefined) return false;
  return at + length === words.length || reader.rounding.at(words, at + length) !== undefined;
}
