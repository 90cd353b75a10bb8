import type { FoundWords } from '../model.js';
import type { DayFact } from './dates.js';
import { type NumberFact, numberFactsOf, type YearFact } from './numbers.js';
import { foundWords } from './passages.js';
import type { PreparedParagraph } from './prepared-source.js';

/** What was found of a text's numbers, and what was not. */
export interface CheckedNumbers {
  readonly found: readonly FoundWords[];
  readonly missing: readonly MissingNumber[];
}

/** A number that does not stand in the cited paragraphs. */
export interface MissingNumber {
  readonly what: 'number' | 'date' | 'year';
  readonly text: string;
  /** Where else in the sources it stands. */
  readonly elsewhere: readonly PreparedParagraph[];
  /** A year the source is silent about is only doubtful. */
  readonly isDoubt: boolean;
}

/** Number words below this are never looked for. */
const leastSpelled = 11;

/**
 * Looks for the numbers, dates and years of a normalised text in the paragraphs it cites. `whole` is all paragraphs of the cited
 * sources: a year that the cited ones do not give may come from the source's head, and is contradicted by another year there.
 */
export function checkNumbers(
  text: string,
  cited: readonly PreparedParagraph[],
  whole: readonly PreparedParagraph[],
): CheckedNumbers {
  const facts = numberFactsOf(text);
  const found: FoundWords[] = [];
  const missing: MissingNumber[] = [];
  const look = (
    what: MissingNumber['what'],
    fact: { readonly start: number; readonly end: number },
    find: (paragraph: PreparedParagraph) => { readonly start: number; readonly end: number } | undefined,
    isDoubt = false,
  ): void => {
    for (const paragraph of cited) {
      const at = find(paragraph);
      if (at === undefined) continue;
      found.push(foundWords('number', paragraph, at.start, at.end));
      return;
    }
    const others = whole.filter((paragraph) => find(paragraph) !== undefined);
    missing.push({ what, text: text.slice(fact.start, fact.end), elsewhere: others, isDoubt });
  };
  for (const fact of facts.numbers) {
    if (fact.isSpelled && (fact.readings[0] ?? 0) < leastSpelled) continue;
    look('number', fact, (paragraph) => findNumber(fact, paragraph));
  }
  for (const fact of facts.dates) look('date', fact, (paragraph) => findDate(fact, paragraph));
  for (const fact of facts.years) {
    if (facts.dates.some(({ start }) => start === fact.start)) continue;
    const isGiven = cited.some((paragraph) => findYear(fact, paragraph) !== undefined);
    if (isGiven) look('year', fact, (paragraph) => findYear(fact, paragraph));
    else if (!isInHead(fact, whole)) {
      const isContradicted = cited.some((paragraph) => paragraph.facts.years.length > 0);
      const isElsewhere = whole.some((paragraph) => findYear(fact, paragraph) !== undefined);
      if (isContradicted || !isElsewhere) look('year', fact, (paragraph) => findYear(fact, paragraph), !isContradicted);
    }
  }
  return { found, missing };
}

function findNumber(fact: NumberFact, { facts }: PreparedParagraph): NumberFact | YearFact | undefined {
  const number = facts.numbers.find(
    (one) => (one.isPercent || !fact.isPercent) && one.readings.some((reading) => fact.readings.includes(reading)),
  );
  return number ?? (fact.isPercent ? undefined : facts.years.find(({ year }) => fact.readings.includes(year)));
}

/** A date without its year is the date with it. */
function findDate(fact: DayFact, { facts }: PreparedParagraph): DayFact | undefined {
  return facts.dates.find(
    ({ day, month, year }) =>
      day === fact.day && month === fact.month && (year === undefined || fact.year === undefined || year === fact.year),
  );
}

function findYear(fact: YearFact, { facts }: PreparedParagraph): YearFact | NumberFact | undefined {
  return (
    facts.years.find(({ year }) => year === fact.year) ??
    facts.numbers.find(({ readings }) => readings.includes(fact.year))
  );
}

function isInHead(fact: YearFact, whole: readonly PreparedParagraph[]): boolean {
  return whole.some((paragraph) => paragraph.number === 0 && findYear(fact, paragraph) !== undefined);
}
