import type { NumberFact } from './fact.js';
import { unitNamed } from './units.js';

/** How a claim says that its number is no exact one. */
export type Rounding = 'about' | 'over' | 'under';

/** Money that is called by one word in several countries. */
const families: readonly (readonly string[])[] = [
  ['crown', 'SEK', 'NOK', 'DKK', 'CZK', 'ISK'],
  ['franc', 'CHF', 'FRF'],
  ['mark', 'DEM'],
  ['t', 'ton'],
  ['pound', 'GBP'],
];

/** Whether a number of a claim is one of a source: the same value in the same or another unit of its kind. */
export function isSameNumber(claim: NumberFact, source: NumberFact): boolean {
  if (source.mayBe !== undefined && claim.unit === source.mayBe.unit) {
    const { factor } = source.mayBe;
    if (claim.readings.some((one) => source.readings.includes(one) || source.readings.includes(one / factor)))
      return true;
  }
  if (claim.unit === 'century' && source.isOrdinal === undefined) return false;
  if (claim.isOrdinal === true || source.isOrdinal === true) return isSameOrdinal(claim, source);
  if ((claim.isMultiple === true || source.isMultiple === true) && claim.unit !== source.unit) return false;
  if (isPart(claim) && isPart(source))
    return shareOf(claim).some((one) => shareOf(source).some((other) => isNear(one, other)));
  if (claim.isFraction !== source.isFraction) return false;
  if (claim.unit === 'percent' && source.unit === undefined && source.mayBePercent !== true) return false;
  if (claim.isNegative !== source.isNegative) return false;
  const factor = conversion(claim, source);
  if (factor === undefined) return false;
  const tolerance = factor === 1 ? 1e-9 : 0.006;
  return claim.readings.some((one) =>
    source.readings.some((other) => Math.abs(one * factor - other) <= other * tolerance),
  );
}

/** Whether a share of a claim is a per cent or a fraction of a source. */
export function isSameShare(share: number, source: NumberFact): boolean {
  return isPart(source) && shareOf(source).some((other) => isNear(share, other));
}

/** Whether a number that says it is rounded may stand for one of a source. */
export function isRounded(claim: NumberFact, source: NumberFact, rounding: Rounding): boolean {
  if (
    claim.isOrdinal === true ||
    source.isOrdinal === true ||
    (claim.unit === 'percent') !== (source.unit === 'percent')
  ) {
    const isShare = isPart(claim) && isPart(source);
    if (!isShare) return false;
    return shareOf(claim).some((one) => shareOf(source).some((other) => fits(one, other, rounding, 0.05)));
  }
  if (isPart(claim) && isPart(source))
    return shareOf(claim).some((one) => shareOf(source).some((other) => fits(one, other, rounding, 0.1)));
  const factor = conversion(claim, source);
  if (factor === undefined) return false;
  return claim.readings.some((one) =>
    source.readings.some((other) => fits(one * factor, other, rounding, granularity(one) * factor)),
  );
}

/** "9.4 million" for 9,408,350: a number with a factor gives as many digits as it means. */
export function isShortened(claim: NumberFact, source: NumberFact): boolean {
  const factor = conversion(claim, source);
  if (factor === undefined || claim.isSpelled || claim.isOrdinal !== undefined || claim.unit === 'percent')
    return false;
  return claim.readings.some((one) =>
    source.readings.some((other) => {
      const step = granularity(one);
      if (one < 1e5 || one / step < 10 || other % step === 0 || !Number.isInteger(other)) return false;
      return Math.round(other / factor / step) * step === one;
    }),
  );
}

/** The claim's `one` and the source's `other`; `step` is the last place that is given. */
function fits(one: number, other: number, rounding: Rounding, step: number): boolean {
  const isRound = one / step < 100;
  if (rounding === 'over') return one <= other && other <= one * (isRound ? 1.5 : 1.2);
  if (rounding === 'under') return one >= other && other >= one * 0.7;
  return Math.abs(one - other) <= Math.max(Math.min(step / 2, one * 0.15), one * 0.05);
}

/** The last place of a number that is not zero: 100 for 4,500, 0.1 for 3.2. */
function granularity(value: number): number {
  if (value === 0) return 1;
  let step = 10 ** Math.floor(Math.log10(Math.abs(value)));
  while (step > 1e-6 && Math.abs(value / step - Math.round(value / step)) > 1e-9) step /= 10;
  return step;
}

function isSameOrdinal(claim: NumberFact, source: NumberFact): boolean {
  if (claim.isOrdinal === undefined && source.isOrdinal === true) return false;
  if (source.unit !== undefined && source.unit !== 'century') return false;
  return claim.readings.some((one) => source.readings.includes(one));
}

/** A per cent or a fraction: both are shares of a whole. */
function isPart({ unit, isFraction, readings }: NumberFact): boolean {
  return unit === 'percent' || (isFraction === true && readings.every((value) => value < 1));
}

function shareOf({ unit, readings }: NumberFact): readonly number[] {
  return unit === 'percent' ? readings.map((value) => value / 100) : readings;
}

/** 33 per cent are a third; per cents themselves are compared as they stand. */
function isNear(one: number, other: number): boolean {
  const isExact = Math.abs(one - other) < 1e-9;
  return isExact || (Math.abs(one - other) < 0.0051 && Math.abs(other * 3 - Math.round(other * 3)) < 0.011);
}

/** What to multiply a claim's number by to have it in the source's unit; undefined where the units are of different kinds. */
function conversion(claim: NumberFact, source: NumberFact): number | undefined {
  if (claim.unit === undefined || source.unit === undefined || claim.unit === source.unit) return 1;
  if (families.some((family) => family.includes(claim.unit ?? '') && family.includes(source.unit ?? ''))) return 1;
  if (source.unit === 'cent' && hasCents(claim.unit)) return 100;
  if (claim.unit === 'cent' && hasCents(source.unit)) return 0.01;
  const [one, other] = [unitNamed(claim.unit), unitNamed(source.unit)];
  return one.kind === other.kind ? one.factor / other.factor : undefined;
}

/** Money whose hundredth is called a cent. */
function hasCents(unit: string): boolean {
  return /^(?:USD|EUR|AUD|CAD|NZD)$/.test(unit);
}
