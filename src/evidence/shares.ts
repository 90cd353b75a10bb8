import type { NumberFact } from './fact.js';
import type { LanguageReader } from './reader.js';
import { round } from './round.js';
import { wordsOf } from './words.js';

/** The most words of what is counted: "two grain ships out of three". */
const mostCounted = 2;

/** A larger whole is no share that is said so. */
const largestWhole = 1000;

/**
 * Shares that are said by two numbers, "nine cases out of ten", "9 von 10": each of the two knows its share, and the share is a fact
 * of its own. Facts in the order of the text.
 */
export function withShares(facts: readonly NumberFact[], text: string, reader: LanguageReader): readonly NumberFact[] {
  const all: NumberFact[] = [];
  let below: number | undefined;
  facts.forEach((fact, index) => {
    const next = facts[index + 1];
    const share =
      next === undefined
        ? undefined
        : isShare(fact, next, text, reader)
          ? shareOf(fact, next)
          : isTurnedShare(fact, next, text)
            ? shareOf(next, fact)
            : undefined;
    const own = share ?? below;
    all.push(own === undefined ? fact : { ...fact, share: own });
    if (share !== undefined && next !== undefined)
      all.push({ readings: [share], isSpelled: true, isFraction: true, start: fact.start, end: next.end });
    below = share;
  });
  return all;
}

function shareOf(one: NumberFact, whole: NumberFact): number {
  return round((one.readings[0] ?? 0) / (whole.readings[0] ?? 1));
}

function isShare(one: NumberFact, whole: NumberFact, text: string, reader: LanguageReader): boolean {
  const [above = 0, below = 0] = [one.readings[0], whole.readings[0]];
  // What is counted may be a unit elsewhere: "neuf livres sur dix" are books.
  const counted = { ...one, unit: undefined };
  if (one.unit === 'percent' || !isCount(counted) || !isCount(whole) || above >= below || below > largestWhole)
    return false;
  const between = text.slice(one.end, whole.start);
  if (!/^[\s\p{L}'-]+$/u.test(between)) return false;
  const words = wordsOf(between);
  const { outOf, shares } = reader.language.numbers;
  const beside = reader.list('outOf', outOf).at(words, 0);
  if (beside?.length === words.length) return true;
  const apart = reader.list('outOfApart', shares.outOf);
  return words.some((_, at) => at > 0 && at <= mostCounted && apart.at(words, at)?.length === words.length - at);
}

/** Before the whole where it stands first: "of every ten ships", "von je zehn Schiffen", "из каждых десяти". */
const ofEvery = /(?:(?:of|in) every|von je|sur|z każdych|из каждых|[зі]з? кожних|з кожных|iš (?:kiekvienų|kas))\s$/iu;

/** "Of every ten ships in Riga, three are Danish". */
function isTurnedShare(whole: NumberFact, one: NumberFact, text: string): boolean {
  const [above = 0, below = 0] = [one.readings[0], whole.readings[0]];
  if (!isCount({ ...one, unit: undefined }) || !isCount({ ...whole, unit: undefined }) || above >= below) return false;
  const between = text.slice(whole.end, one.start);
  const isNear = /^[\s\p{L}',-]+$/u.test(between) && wordsOf(between).length <= 6;
  return isNear && ofEvery.test(text.slice(Math.max(0, whole.start - 16), whole.start));
}

type Count = Pick<NumberFact, 'readings' | 'isOrdinal' | 'isFraction' | 'isNegative'> & {
  readonly unit?: string | undefined;
};

/** A whole number of things. */
function isCount({ readings, unit, isOrdinal, isFraction, isNegative }: Count): boolean {
  const [value = 0] = readings;
  if (unit !== undefined || isOrdinal !== undefined || isFraction === true || isNegative === true) return false;
  return Number.isInteger(value) && value > 0;
}
