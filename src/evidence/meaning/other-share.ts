import { roundingOf } from '../check-numbers.js';
import type { NumberFact } from '../fact.js';
import { isSameNumber } from '../same-number.js';
import { nearestSentence, overlapOf } from './clause.js';
import type { Doubt } from './doubt.js';
import { miscount } from './miscount.js';
import type { ReadText } from './read-text.js';

/** "Every fifth runner" where the sentence about the same gives one share, and another one: "every tenth". */
export function findOtherShare(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
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
