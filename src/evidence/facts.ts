import { isBelowZero } from './below-zero.js';
import { blankOut } from './blank.js';
import { datesOf, isRomanMonth } from './calendar.js';
import { centuryBehind } from './century.js';
import { clockOf } from './clock.js';
import type { Facts, NumberFact } from './fact.js';
import { fractionsOf } from './fractions.js';
import { unitAt } from './number-tail.js';
import { spelledNumbers } from './number-words.js';
import { numeralsOf } from './numerals.js';
import type { LanguageReader } from './reader.js';
import { round } from './round.js';
import { withShares } from './shares.js';
import { spokenClock } from './spoken-clock.js';
import { timeSpansOf } from './time-spans.js';
import { type Word, wordsOf } from './words.js';
import { decadesOf, yearsOf } from './years.js';

/** Reads the numbers, years, dates and times of a normalised text, in digits and in words. */
export function factsOf(text: string, reader: LanguageReader, words: readonly Word[] = wordsOf(text)): Facts {
  const { dates, calendar } = datesOf(text, reader, words);
  const durations = durationsOf(text);
  const undated = blankOut(text, [...dates, ...durations, ...calendar.filter((one) => isRomanMonth(text, one))]);
  const clock = clockOf(undated, reader);
  const shown = blankOut(undated, clock);
  const shownWords = shown === text ? words : wordsOf(shown);
  const spelled = spelledNumbers(shown, reader, shownWords);
  const decades = decadesOf(shown, shownWords, spelled, reader);
  const spans = timeSpansOf(shown, shownWords, spelled, reader).filter(
    ({ start, end }) => !decades.some((one) => one.start < end && start < one.end),
  );
  const undecided = blankOut(shown, [...decades, ...spans]);
  const inDigits = numeralsOf(undecided, reader);
  const years = yearsOf(undecided, inDigits, calendar);
  const inWords = undecided === shown ? shownWords : wordsOf(undecided);
  const fractions = fractionsOf(undecided, inWords, spelledNumbers(undecided, reader, inWords), reader);
  const whole = spelledNumbers(blankOut(undecided, [...inDigits, ...fractions]), reader).map((one): NumberFact => {
    const unit = one.isOrdinal ? undefined : unitAt(undecided, one.end, reader);
    return {
      readings: [one.value],
      ...(unit === undefined ? {} : { unit: unit.name }),
      ...(one.isOrdinal ? { isOrdinal: true, ...centuryBehind(undecided, one.end, reader) } : {}),
      ...(isBelowZero(undecided, one) ? { isNegative: true } : {}),
      isSpelled: true,
      start: one.start,
      end: one.end,
    };
  });
  const measured = fractions.map((one): NumberFact => {
    const unit = one.isFraction === true || one.unit !== undefined ? undefined : unitAt(undecided, one.end, reader);
    return unit === undefined ? one : { ...one, unit: unit.name };
  });
  const multiples = multiplesOf(inWords, [...fractions, ...whole], reader);
  const numbers = [...durations, ...spans, ...inDigits, ...measured, ...whole, ...multiples].filter(
    ({ start }) => !years.some((year) => year.start <= start && start < year.end),
  );
  return {
    numbers: withShares(
      withLeftOut(shared(withHalves(numbers, undecided, reader), undecided, reader), undecided),
      undecided,
      reader,
    ),
    years: [...years, ...dates.flatMap(({ year, start, end }) => (year === undefined ? [] : [{ year, start, end }]))],
    decades,
    dates,
    calendar,
    clock: [...clock, ...spokenClock(shown, shownWords, spelled, reader)],
  };
}

const duration = /(?<![\d.,:])(?<hours>\d{1,2}):(?<minutes>[0-5]\d):(?<seconds>[0-5]\d)(?![\d:])/gu;

/** "2:24:08" is 2 hours, 24 minutes and 8 seconds. */
function durationsOf(text: string): readonly NumberFact[] {
  if (!text.includes(':')) return [];
  return [...text.matchAll(duration)].flatMap(({ 0: found, index, groups }) =>
    [
      { value: groups?.hours, unit: 'hour' },
      { value: groups?.minutes, unit: 'minute' },
      { value: groups?.seconds, unit: 'second' },
    ].map(({ value, unit }) => ({
      readings: [Number(value)],
      unit,
      isSpelled: false,
      start: index,
      end: index + found.length,
    })),
  );
}

/** "Twice", "tripled", "das Vierfache": how many times as much, in one word. */
function multiplesOf(
  words: readonly Word[],
  read: readonly NumberFact[],
  reader: LanguageReader,
): readonly NumberFact[] {
  return words.flatMap(({ start, end }, index): NumberFact[] => {
    const times = reader.multiples.at(words, index)?.value;
    if (times === undefined || read.some((one) => one.start <= start && start < one.end)) return [];
    return [{ readings: [times], unit: 'times', isMultiple: true, isSpelled: true, start, end }];
  });
}

/** "1 million and a half". */
function withHalves(numbers: readonly NumberFact[], text: string, reader: LanguageReader): readonly NumberFact[] {
  const half = reader.list('andHalf', reader.language.numbers.andHalf);
  return numbers.map((fact) => {
    if (fact.isSpelled) return fact;
    const words = wordsOf(text.slice(fact.start, fact.end));
    const at = words.findIndex((_, index) => half.at(words, index) !== undefined);
    const [value = 0] = fact.readings;
    const factor = [1e12, 1e9, 1e6, 1e3].find((one) => value >= one) ?? 1;
    return at === -1 ? fact : { ...fact, readings: [round(value + factor / 2)] };
  });
}

/** In "112–114 thousand" and "from 5 to 7 per cent" the first number has the second's factor and unit. */
function shared(facts: readonly NumberFact[], text: string, reader: LanguageReader): readonly NumberFact[] {
  const joins = reader.list('rangeJoins', reader.language.numbers.rangeJoins);
  const sorted = [...facts].sort((a, b) => a.start - b.start);
  return sorted.map((fact, index) => {
    const next = sorted[index + 1];
    if (next === undefined || fact.isOrdinal !== undefined || next.isOrdinal !== undefined) return fact;
    // "By half, to 1.8 billion" is no range.
    if (fact.isFraction === true || fact.isSpan === true) return fact;
    const between = text.slice(fact.end, next.start).trim();
    const isJoined =
      /^[-–—]?$/.test(between) || (wordsOf(between).length <= 2 && joins.at(wordsOf(between), 0) !== undefined);
    if (!isJoined || (between === '' && fact.end !== next.start)) return fact;
    const [one = 0] = fact.readings;
    const [other = 0] = next.readings;
    const scale = [1e3, 1e6, 1e9].find((factor) => one < 1000 && other >= factor && other < factor * 1000);
    const readings = scale === undefined ? fact.readings : [...fact.readings, round(one * scale)];
    const unit = fact.unit ?? next.unit;
    return { ...fact, readings, ...(unit === undefined ? {} : { unit }) };
  });
}

/**
 * A number that counts nothing, at the end of its part of a sentence, goes on with the per cents before it, or with the unit and factor
 * of another number there.
 */
function withLeftOut(facts: readonly NumberFact[], text: string): readonly NumberFact[] {
  let percent: NumberFact | undefined;
  let measured: NumberFact | undefined;
  return facts.map((fact) => {
    const isAfter = (one: NumberFact | undefined): boolean =>
      one !== undefined && !/[.!?\n]\s/.test(text.slice(one.end, fact.start));
    const isPercent = isAfter(percent);
    if (fact.unit === 'percent') percent = fact;
    else if (fact.unit !== undefined || !isPercent) percent = undefined;
    const mayBe = isAfter(measured) ? leftOutOf(measured) : undefined;
    if (fact.unit !== undefined && fact.unit !== 'percent') measured = fact;
    const isLast =
      fact.isOrdinal === 'maybe' && text.charAt(fact.end - 1) === '.' && /^\s\p{Lu}/u.test(text.slice(fact.end));
    const isPlain = fact.isOrdinal === undefined && /^(?:[.,;)]|$)/.test(text.slice(fact.end));
    if (fact.unit !== undefined || !(isLast || isPlain)) return fact;
    if (percent !== undefined) return { ...fact, mayBePercent: true };
    return mayBe === undefined ? fact : { ...fact, mayBe };
  });
}

function leftOutOf({ unit, readings }: Partial<NumberFact> = {}): NumberFact['mayBe'] {
  const [value = 0] = readings ?? [];
  return unit === undefined ? undefined : { unit, factor: [1e12, 1e9, 1e6, 1e3].find((one) => value >= one) ?? 1 };
}
