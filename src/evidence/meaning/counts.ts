import { roundingOf } from '../check-numbers.js';
import type { NumberFact } from '../fact.js';
import type { LanguageReader } from '../reader.js';
import { isSameNumber } from '../same-number.js';
import { isSameWord, nearestSentence, overlapOf, type SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';
import { keep, type ReadText } from './read-text.js';

/** Up to here a number in words is no fact to look for, but may contradict one. */
const small = 10;

/** A text with more numbers is a list, and counts no one thing. */
const mostNumbers = 100;

/**
 * Small numbers, ranks and fractions in words that the source gives otherwise for the same: "three ships" for "two ships", "two months"
 * for "two weeks".
 */
export function findMiscount(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  return findOtherCount(claim, sources) ?? findOtherMeasure(claim, sources) ?? findOtherShare(claim, sources);
}

function findOtherCount(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const counted = countsOf(claim).filter(({ fact }) => fact.isSpelled && isSmall(fact));
  if (counted.length === 0) return undefined;
  const others = sources.flatMap((source) => countsOf(source).map((one) => ({ ...one, source })));
  for (const { fact, noun, total } of counted) {
    if (
      others.some(
        (other) =>
          isSameNumber(fact, other.fact) ||
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

/** Another number of the same unit, or the same number of another. */
function findOtherMeasure(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const measured = claim.facts.numbers.filter((fact) => fact.unit !== undefined && fact.isSpelled && isSmall(fact));
  if (measured.length === 0) return undefined;
  const others = sources.flatMap(({ facts, text }) => facts.numbers.map((fact) => ({ fact, text })));
  if (others.length > mostNumbers) return undefined;
  for (const fact of measured) {
    if (others.some((other) => isSameNumber(fact, other.fact)) || isBetweenYears(fact, [claim, ...sources])) continue;
    const other = others.find(
      ({ fact: { unit, readings, isSpelled } }) =>
        unit !== undefined && (unit === fact.unit || (isSpelled && readings[0] === fact.readings[0])),
    );
    if (other !== undefined) return miscount(claim, fact, other.text, other.fact);
  }
  return undefined;
}

/** "Every fifth runner" where the sentence about the same gives one share, and another one: "every tenth". */
function findOtherShare(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const shares = sharesOf(claim).filter((fact) => fact.isSpelled);
  const [fact] = shares;
  const [sentence] = claim.sentences;
  if (fact === undefined || sentence === undefined || shares.length > 1 || claim.sentences.length > 1) return undefined;
  if (roundingOf(fact, claim.text, claim.reader) !== undefined) return undefined;
  if (sources.some((source) => sharesOf(source).some((other) => isSameNumber(fact, other)))) return undefined;
  for (const source of sources) {
    const near = nearestSentence(sentence, source.sentences);
    if (near === undefined || overlapOf(sentence.words, near.words).count < 2) continue;
    const others = sharesOf(source).filter(({ start, end }) => near.start <= start && end <= near.end);
    const [other] = others;
    if (other !== undefined && others.length === 1) return miscount(claim, fact, source.text, other);
  }
  return undefined;
}

/** Per cents, and fractions that are not said by two numbers, which are looked for themselves. */
function sharesOf({ facts: { numbers } }: ReadText): readonly NumberFact[] {
  return numbers.filter(({ isFraction, unit, readings, start }) => {
    if (unit === 'percent') return true;
    const isOfTwo = numbers.some((one) => one.share !== undefined && one.start === start);
    return isFraction === true && (readings[0] ?? 1) < 1 && !isOfTwo;
  });
}

/** So many years lie between two that are named. */
function isBetweenYears({ unit, readings }: NumberFact, texts: readonly ReadText[]): boolean {
  if (unit !== 'year') return false;
  const years = texts.flatMap(({ facts }) => facts.years.map(({ year }) => year));
  return years.some((one) => years.some((other) => readings.includes(one - other)));
}

function miscount(claim: ReadText, fact: NumberFact, text: string, other: NumberFact): Doubt {
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

function isSmall({ readings, isFraction, isOrdinal }: NumberFact): boolean {
  return isFraction === true || ((readings[0] ?? 0) <= small && (isOrdinal === true || (readings[0] ?? 0) >= 2));
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
