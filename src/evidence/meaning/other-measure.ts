import type { NumberFact } from '../fact.js';
import { isSameNumber } from '../same-number.js';
import type { Doubt } from './doubt.js';
import { isSaidRounded, isSmall, miscount, mostNumbers } from './miscount.js';
import type { ReadText } from './read-text.js';

/** Another number of the same unit, or the same number of another. */
export function findOtherMeasure(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  const measured = claim.facts.numbers.filter((fact) => fact.unit !== undefined && fact.isSpelled && isSmall(fact));
  if (measured.length === 0) return undefined;
  const others = sources.flatMap(({ facts, text }) => facts.numbers.map((fact) => ({ fact, text })));
  if (others.length > mostNumbers) return undefined;
  for (const fact of measured) {
    const isGiven = others.some((other) => isSameNumber(fact, other.fact) || isSaidRounded(claim, fact, other.fact));
    if (isGiven || isBetweenYears(fact, [claim, ...sources])) continue;
    const other = others.find(
      ({ fact: { unit, readings, isSpelled } }) =>
        unit !== undefined && (unit === fact.unit || (isSpelled && readings[0] === fact.readings[0])),
    );
    if (other !== undefined) return miscount(claim, fact, other.text, other.fact);
  }
  return undefined;
}

/** So many years lie between two that are named. */
function isBetweenYears({ unit, readings }: NumberFact, texts: readonly ReadText[]): boolean {
  if (unit !== 'year') return false;
  const years = texts.flatMap(({ facts }) => facts.years.map(({ year }) => year));
  return years.some((one) => years.some((other) => readings.includes(one - other)));
}
