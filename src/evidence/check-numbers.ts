import type { FoundWords, TextRange } from '../model.js';
import { blankOut } from './blank.js';
import { hasSign, signsOf } from './elsewhere-signs.js';
import type { CalendarFact, ClockFact, DayFact, DecadeFact, NumberFact, YearFact } from './fact.js';
import { factsOf } from './facts.js';
import { firstOf } from './first-of.js';
import { labelsIn } from './labels.js';
import { loneUnit } from './lone-unit.js';
import { readText } from './meaning/read-text.js';
import { foundWords } from './passages.js';
import type { PreparedParagraph } from './prepared-source.js';
import type { LanguageReader } from './reader.js';
import { round } from './round.js';
import { isRounded, isSameNumber, isSameShare, isShortened, type Rounding } from './same-number.js';
import { wordsOf } from './words.js';

/** What was found of a text's numbers, and what was not. */
export interface CheckedNumbers {
  readonly found: readonly FoundWords[];
  readonly missing: readonly MissingNumber[];
  /** Every stretch of the text that counts or dates, found or not. */
  readonly read: readonly TextRange[];
}

/** A number that does not stand in the cited paragraphs. */
export interface MissingNumber {
  readonly what: 'number' | 'date' | 'year' | 'time';
  readonly text: string;
  /** Where else in the sources it stands: the first few. */
  readonly elsewhere: readonly PreparedParagraph[];
  /** A year the source is silent about is only doubtful. */
  readonly isDoubt: boolean;
}

/** Number words below this are never looked for. */
const leastSpelled = 11;

/**
 * Looks for the numbers, dates and years of a normalised text in the paragraphs it cites. `framedBy` is the head of the table it stands in. `whole` is all paragraphs of the cited
 * sources: a year that the cited ones do not give may come from the source's head, and is contradicted by another year there.
 */
export function checkNumbers(
  text: string,
  reader: LanguageReader,
  cited: readonly PreparedParagraph[],
  whole: readonly PreparedParagraph[],
  framedBy = '',
): CheckedNumbers {
  const shown = blankOut(text, labelsIn(text, reader));
  const facts = shown === text ? readText(text, reader).facts : factsOf(shown, reader);
  const factors = factorsIn(framedBy, reader);
  const ownFactors = factorsIn(shown, reader);
  const found: FoundWords[] = [];
  const missing: MissingNumber[] = [];
  const look = (
    what: MissingNumber['what'],
    fact: TextRange,
    values: readonly number[],
    find: (paragraph: PreparedParagraph) => TextRange | undefined,
    isDoubt = false,
  ): void => {
    for (const paragraph of cited) {
      const at = find(paragraph);
      if (at === undefined) continue;
      found.push(foundWords('number', paragraph, at.start, at.end));
      return;
    }
    const signs = signsOf(values, text, fact);
    const others = firstOf(whole, (paragraph) => hasSign(paragraph, signs) && find(paragraph) !== undefined);
    missing.push({ what, text: text.slice(fact.start, fact.end), elsewhere: others, isDoubt });
  };
  for (const fact of facts.numbers) {
    if (isSmallWord(fact) || isOfSpokenTime(fact, facts.clock)) {
      const at = cited.find((paragraph) => findNumber(fact, undefined, true, paragraph) !== undefined);
      if (at !== undefined)
        look('number', fact, fact.readings, (paragraph) => findNumber(fact, undefined, true, paragraph));
      continue;
    }
    const rounding = roundingOf(fact, shown, reader);
    const isCounted = /^\s\p{Ll}{3,}s\b/u.test(shown.slice(fact.end)) && reader.language.tag === 'en';
    look('number', fact, fact.readings, (paragraph) => {
      const scaled = (isBare(fact, shown) ? [...factors, ...ownFactors] : factors).map((factor) => ({
        ...fact,
        readings: fact.readings.map((value) => round(value * factor)),
      }));
      return [fact, ...scaled]
        .map((one) => findNumber(one, rounding, isCounted, paragraph))
        .find((at) => at !== undefined);
    });
  }
  for (const fact of facts.dates) look('date', fact, [fact.day], (paragraph) => findDate(fact, paragraph));
  for (const fact of facts.decades)
    look('year', fact, [fact.year, fact.year % 100], (paragraph) => findDecade(fact, paragraph));
  for (const fact of facts.clock)
    if (fact.isSpelled !== true || cited.some((paragraph) => findClock(fact, paragraph) !== undefined))
      look('time', fact, hoursOf(fact), (paragraph) => findClock(fact, paragraph));
  const calendar = facts.calendar.filter(({ isDoubtful }) => isDoubtful !== true);
  for (const fact of calendar) {
    const isOther = cited.some((paragraph) =>
      paragraph.facts.calendar.some(({ kind, isDoubtful }) => kind === fact.kind && isDoubtful !== true),
    );
    if (fact.kind !== 'season' || isOther) look('date', fact, [], (paragraph) => findCalendar(fact, paragraph));
  }
  for (const fact of yearsAlone(facts.years, facts.dates)) {
    const isGiven = cited.some((paragraph) => findYear(fact, paragraph) !== undefined);
    const years = [fact.year, fact.year % 100];
    if (isGiven) look('year', fact, years, (paragraph) => findYear(fact, paragraph));
    else if (!isInHead(fact, whole)) {
      const isContradicted = cited.some((paragraph) => paragraph.facts.years.length > 0);
      const signs = signsOf(years, shown, fact);
      const isElsewhere = whole.some(
        (paragraph) => hasSign(paragraph, signs) && findYear(fact, paragraph) !== undefined,
      );
      if (isContradicted || !isElsewhere)
        look('year', fact, years, (paragraph) => findYear(fact, paragraph), !isContradicted);
    }
  }
  const { numbers, years, dates, decades, clock } = facts;
  return { found, missing, read: [...numbers, ...years, ...dates, ...decades, ...calendar, ...clock] };
}

/** What a table's head says its numbers are taken times: "in millions", "tys.". */
export function factorsIn(text: string, reader: LanguageReader): readonly number[] {
  const words = wordsOf(text);
  const found = words.flatMap((word, index) => {
    const one = reader.scales.at(words, index) ?? reader.shortScales.at(words, index);
    const plural = reader.scales.of(word.text.replace(/s$/, ''));
    const factor = (word.text.length > 1 ? one?.value : undefined) ?? plural;
    return factor !== undefined && factor >= 1000 ? [factor] : [];
  });
  return [...new Set(found)];
}

/** Both readings of `’24` stand at one place: one of them is enough. */
function yearsAlone(
  years: readonly YearFact[],
  dates: readonly DayFact[],
): readonly (YearFact & { readonly or?: number })[] {
  const alone = years.filter(({ start }) => !dates.some((date) => date.start === start));
  return alone
    .filter(
      ({ start }, index) =>
        alone.findIndex((one) => one.start === start && one.end - one.start === 3) >= index ||
        alone.findIndex((one) => one.start === start && one.end - one.start === 3) === -1,
    )
    .map((one) => {
      const other = alone.find(({ start, end, year }) => start === one.start && end === one.end && year !== one.year);
      return other === undefined ? one : { ...one, or: other.year };
    });
}

/** Behind a number that leaves its factor out: nothing that is counted. */
const leftOut =
  /^\s*(?:$|[.,;:)\n])|^\s(?:planned|expected|budgeted|prévu|attendu|geplant|erwartet|planowan|oczekiwan|запланир|ожидавш|ожидаем|запланован|очікуван|заплана|чакан|planuot|numatyt)/u;

/** "241 million instead of 182": a number that counts nothing may have the factor of another one of its claim. */
function isBare({ isSpelled, isOrdinal, isFraction, unit, readings, end }: NumberFact, text: string): boolean {
  const isPlain = !isSpelled && isOrdinal === undefined && isFraction !== true && unit === undefined;
  return isPlain && readings.every((one) => one < 1000) && leftOut.test(text.slice(end, end + 24));
}

/** "Half past eleven": the time is looked for. */
function isOfSpokenTime({ isSpelled, start, end }: NumberFact, clock: readonly ClockFact[]): boolean {
  return isSpelled && clock.some((one) => one.isSpelled === true && one.start <= start && end <= one.end);
}

function isSmallWord({ isSpelled, readings, isFraction, isSpan }: NumberFact): boolean {
  if (isSpan === true) return true;
  return isSpelled && (isFraction === true || (readings[0] ?? 0) < leastSpelled);
}

/** What a word beside a number says of how near it is. */
export function roundingOf({ start, end }: TextRange, text: string, reader: LanguageReader): Rounding | undefined {
  if (/[~≈]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return 'about';
  if (/>\s?$/.test(text.slice(Math.max(0, start - 2), start))) return 'over';
  if (/<\s?$/.test(text.slice(Math.max(0, start - 2), start))) return 'under';
  if (/^\+/.test(text.slice(end, end + 1))) return 'over';
  const ahead = text.slice(Math.max(0, start - 40), start).replace(/^.*[.;:!?\n]/s, '');
  const before = wordsOf(ahead);
  // The longest first: "no more than" ends with "more than".
  for (let from = Math.max(0, before.length - 4); from < before.length; from++) {
    const found = reader.rounding.at(before, from);
    const isNext = found !== undefined && from + found.length === before.length;
    const isArticled =
      found !== undefined &&
      from + found.length === before.length - 1 &&
      reader.determiners.at(before, before.length - 1) !== undefined;
    const isShort = (before.at(-1)?.text.length ?? 9) <= 2 && from + (found?.length ?? 0) === before.length - 1;
    if (found === undefined || !(isNext || isArticled || isShort)) continue;
    // "From 41 to 58": what joins the ends of a range is no bound.
    const joins = reader.list('rangeJoins', reader.language.numbers.rangeJoins);
    if (joins.at(before, from) !== undefined && /\d/.test(ahead.slice(0, before[from]?.start))) continue;
    return reader.negators.endsBefore(before, from) ? turned[found.value] : found.value;
  }
  const after = wordsOf(text.slice(end, end + 20));
  return reader.roundingAfter.at(after, 0) === undefined ? undefined : 'about';
}

/** "Not longer than 45 days" are 45 at most. */
const turned: Readonly<Record<Rounding, Rounding>> = { over: 'under', under: 'over', about: 'about' };

function findNumber(
  fact: NumberFact,
  rounding: Rounding | undefined,
  isCounted: boolean,
  paragraph: PreparedParagraph,
): TextRange | undefined {
  const { facts, normalised, reader, data } = paragraph;
  const number = facts.numbers.find((one) => isSameNumber(fact, one));
  if (number !== undefined) return number;
  const { share } = fact;
  const part = share === undefined ? undefined : facts.numbers.find((one) => isSameShare(share, one));
  if (part !== undefined) return part;
  const bare = data === undefined ? undefined : facts.numbers.find((one) => isBareNumber(fact, one));
  if (bare !== undefined) return bare;
  const near = facts.numbers.find((one) =>
    rounding === undefined
      ? isShortened(fact, one)
      : // A source's own "at most 249" is a bound, not a fact that could be rounded.
        isRounded(fact, one, rounding) &&
        (rounding === 'about' || (roundingOf(one, normalised.text, reader) ?? 'about') === 'about'),
  );
  if (near !== undefined || fact.unit === 'percent') return near;
  const lone = loneUnit(fact, paragraph);
  if (lone !== undefined) return lone;
  const isYear = (fact.unit === undefined || fact.unit === 'year') && !isCounted;
  const year = isYear ? facts.years.find(({ year }) => fact.readings.includes(year)) : undefined;
  return year ?? facts.clock.find(({ minutes }) => minutes.some((one) => fact.readings.includes(clockAsDecimal(one))));
}

/** A cell of data has no unit, or the head of its column has it: "5.8 per cent", "1.5 billion" are its 5.8 and 1.5, and 5.8 is its "5.8 bn". */
function isBareNumber(fact: NumberFact, cell: NumberFact): boolean {
  if (fact.isOrdinal === true || fact.isNegative !== cell.isNegative) return false;
  const [large, small] = cell.unit === undefined ? [fact, cell] : [cell, fact];
  if (cell.unit !== undefined && fact.unit !== undefined) return false;
  return [1, 1e3, 1e6, 1e9].some((scale) => large.readings.some((one) => small.readings.includes(round(one / scale))));
}

/** "14.30" may have been read as a decimal. */
function clockAsDecimal(minutes: number): number {
  return Math.floor(minutes / 60) + (minutes % 60) / 100;
}

/** A date without its year is the date with it. */
function findDate(fact: DayFact, { facts }: PreparedParagraph): DayFact | undefined {
  return facts.dates.find(
    ({ day, month, year }) =>
      day === fact.day && month === fact.month && (year === undefined || fact.year === undefined || year === fact.year),
  );
}

function findCalendar(fact: CalendarFact, { facts }: PreparedParagraph): TextRange | undefined {
  const same = facts.calendar.find(({ kind, which }) => kind === fact.kind && which === fact.which);
  return same ?? (fact.kind === 'month' ? facts.dates.find(({ month }) => month === fact.which) : undefined);
}

function findClock(fact: ClockFact, { facts }: PreparedParagraph): TextRange | undefined {
  return (
    facts.clock.find(({ minutes }) => minutes.some((one) => fact.minutes.includes(one))) ??
    facts.numbers.find(({ readings }) => fact.minutes.some((one) => readings.includes(clockAsDecimal(one))))
  );
}

function hoursOf({ minutes }: ClockFact): readonly number[] {
  return minutes.map((one) => Math.floor(one / 60));
}

function findDecade({ year }: DecadeFact, { facts }: PreparedParagraph): TextRange | undefined {
  const isSame = (other: number): boolean => (year < 100 || other < 100 ? year % 100 === other % 100 : year === other);
  return (
    facts.decades.find((one) => isSame(one.year)) ??
    facts.years.find((one) => isSame(Math.floor(one.year / 10) * 10)) ??
    facts.numbers.find(({ readings, unit }) => unit === undefined && readings.includes(year))
  );
}

function findYear(fact: YearFact & { readonly or?: number }, { facts }: PreparedParagraph): TextRange | undefined {
  return (
    facts.years.find(({ year }) => year === fact.year || year === fact.or) ??
    facts.numbers.find(({ readings }) => readings.includes(fact.year))
  );
}

function isInHead(fact: YearFact, whole: readonly PreparedParagraph[]): boolean {
  return whole.some((paragraph) => paragraph.number === 0 && findYear(fact, paragraph) !== undefined);
}
