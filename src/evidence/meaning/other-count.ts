import type { NumberFact } from '../fact.js';
import { isSameNumber } from '../same-number.js';
import { isSameWord, type SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';
import { isSaidRounded, isSmall, miscount, mostNumbers } from './miscount.js';
import { keep, type ReadText } from './read-text.js';

/** Another number of the same things, or another place in the same row. */
export function findOtherCount(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const counted = countsOf(claim).filter(({ fact }) => fact.isSpelled && isSmall(fact));
  if (counted.length === 0) return undefined;
  const others = sources.flatMap((source) => countsOf(source).map((one) => ({ ...one, source })));
  for (const { fact, noun, total } of counted) {
    if (
      others.some(
        (other) =>
          isSameNumber(fact, other.fact) ||
          isSaidRounded(claim, fact, other.fact) ||
          (fact.isFraction !== true && other.fact.readings.includes(fact.readings[0] ?? -1)),
      )
    )
      continue;
    const other = others.find(
      (one) =>
        (fact.share === undefined || one.fact.share !== undefined) &&
        (one.fact.isOrdinal === true) === (fact.isOrdinal === true) &&
        (one.fact.isFraction === true) === (fact.isFraction === true) &&
        ((noun !== undefined && one.noun !== undefined && isSameWord(noun.folded, one.noun.folded)) ||
          (total !== undefined && total === one.total) ||
          (noun === undefined &&
            fact.isOrdinal === true &&
            isSamePlace(wordsBefore(claim, fact), wordsBefore(one.source, one.fact)))),
    );
    if (other === undefined) continue;
    return miscount(claim, fact, other.source.text, other.fact);
  }
  return undefined;
}

/** So many words before a rank say whose it is. */
const mostBefore = 4;

/** What stands before a number in its sentence: "finished" third. */
function wordsBefore({ sentences }: ReadText, fact: NumberFact): readonly SentenceWord[] {
  const own = sentences.find(({ start, end }) => start <= fact.start && fact.end <= end);
  return (own?.words ?? []).filter(({ end }) => end <= fact.start).slice(-mostBefore);
}

/** A rank that ends its sentence: the same verb or the same name stands before both. */
function isSamePlace(one: readonly SentenceWord[], other: readonly SentenceWord[]): boolean {
  return one.some(({ folded, isContent }) => isContent && other.some((word) => isSameWord(word.folded, folded)));
}

interface Count {
  readonly fact: NumberFact;
  /** What is counted: the first content word behind the number. */
  readonly noun: SentenceWord | undefined;
  /** "Four of the five": of how many. */
  readonly total: number | undefined;
}

const countsOf = keep(({ text, facts, sentences }): readonly Count[] => {
  const numbers = facts.numbers.filter(({ unit }) => unit === undefined);
  if (numbers.length > mostNumbers) return [];
  const words = sentences.flatMap((sentence) => sentence.words);
  return numbers.map((fact) => {
    const behind = words.filter(({ start }) => start >= fact.end).slice(0, 4);
    const noun = behind.find(({ isContent, start }) => isContent && !numbers.some((one) => one.start === start));
    const of = numbers.find(({ start }) => start > fact.end && start - fact.end < 16);
    const between = of === undefined ? '' : text.slice(fact.end, of.start);
    const isOf = /^\s(?:\p{L}+\s){0,2}(?:of|von|der|des|z|ze|из|з|із|зь|iš|sur|parmi|des)\s(?:\p{L}+\s){0,2}$/u.test(
      between,
    );
    return { fact, noun, total: isOf ? of?.readings[0] : undefined };
  });
});
