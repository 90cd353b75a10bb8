import type { CalendarFact, DayFact } from './fact.js';
import type { LanguageReader } from './reader.js';
import { romanValue } from './roman.js';
import { type Word, wordsOf } from './words.js';

/** What stands between the parts of a date: a stop, a comma, an ordinal's end, `of`, `de`, `года`. */
const ordinalMark = '(?:st|nd|rd|th|er|e|\\.|-?(?:го|га|ого|ае|е|й|я|oji|osios|ąją|oją|ą|oje|ios))?';
const numericDay =
  /(?<![\p{L}\p{N}.,/-])(?<day>\d{1,2})(?<mark>[./-])\s?(?<month>\d{1,2})\k<mark>\s?(?<year>\d{4})(?!\d)/gu;
const shortDay = /(?<![\p{L}\p{N}.,/-])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?![\d])/gu;
const spacedDay = /(?<![\d.,])(?<year>(?:1[5-9]|20)\d\d) (?<month>\d\d) (?<day>\d\d)(?![\d.,:]*\d)/gu;
const isoDay = /(?<!\d)(?<year>\d{4})[-.](?<month>\d\d)[-.](?<day>\d\d)(?!\d)/gu;
const earlierDays = new RegExp(
  `(?<![\\d.,:])(?:(?<first>\\d{1,2})${ordinalMark}\\s*(?:[-–—/]|(?:and|to|und|bis(?:\\s(?:zum|den))?|auf(?:\\sden)?|et|au|i|do|na|oraz|z|или|и|по|на|до|і|й|та|да|ir|iki|or|oder)(?!\\p{L}))\\s*)?(?<day>\\d{1,2})${ordinalMark}(?:\\s(?:of|de))?\\s*$`,
  'iu',
);
const laterDays = new RegExp(
  `^\\.?\\s?(?:(?<first>\\d{1,2})${ordinalMark}\\s*(?:[-–—]|\\p{L}{1,3})\\s*)?(?<day>\\d{1,2})(?![\\d.,:]\\d|\\s?%|\\d)${ordinalMark}(?:\\sd\\.?)?(?!\\p{L})`,
  'iu',
);
const romanDay = /(?<![\d.,])(?<day>\d{1,2})\s(?<month>I{1,3}|IV|VI{0,3}|IX|XI{0,2})\s(?<year>(?:1\d|20)\d\d)(?!\d)/gu;
const romanMonth =
  /(?<![\p{L}\d.])(?<first>I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?:(?<join>\s?[-–—/]\s?)(?<last>I{1,3}|IV|VI{0,3}|IX|XI{0,2}))?(?=\s(?:(?:1\d|20)\d\d(?!\d)|mėn))/gu;
const yearAfter = /^\.?,?\s?(?:(?:of|de)\s)?(?<year>(?:1[0-9]|20)\d\d)(?![\d.,]\d|\d)/u;
const yearBefore = /(?<!\d)(?<year>(?:1[0-9]|20)\d\d)\s?(?:m\.?|metų|metais)?,?\s*$/u;

/**
 * The dates of a text: "20 February 2024", "Feb. 20", "20–21 февраля", "2022 m. gegužės 14 d.", "20.02.2024", "2024-02-20", and the
 * months that stand without a day.
 */
export function datesOf(
  text: string,
  reader: LanguageReader,
  words: readonly Word[] = wordsOf(text),
): { readonly dates: readonly DayFact[]; readonly calendar: readonly CalendarFact[] } {
  const dates: DayFact[] = /\d/.test(text)
    ? [
        ...isoDates(text),
        ...(reader.language.tag === 'lt' ? numericDates(text, spacedDay) : []),
        ...numericDates(text, numericDay),
        ...(/^(?:en|fr)$/.test(reader.language.tag) ? [] : numericDates(text, shortDay)),
      ]
    : [];
  if (reader.language.tag === 'pl') dates.push(...romanDates(text));
  const calendar: CalendarFact[] = /^(?:pl|lt)$/.test(reader.language.tag) ? [...romanMonths(text)] : [];
  words.forEach((word, index) => {
    const month = reader.months.at(words, index);
    if (month !== undefined) {
      const found = dayBeside(text, word, month.value, reader.language.tag);
      dates.push(...found);
      if (found.length === 0 && isMonth(text, words, index, reader))
        calendar.push({ ...part('month', month.value, words, index, 1), ...doubtIn(text, words, index, reader) });
      return;
    }
    const season = reader.seasons.at(words, index);
    if (season !== undefined)
      calendar.push({
        ...part('season', season.value, words, index, season.length),
        ...doubtIn(text, words, index, reader),
      });
    const weekday = reader.weekdays.at(words, index);
    if (weekday !== undefined)
      calendar.push({
        ...part('weekday', weekday.value, words, index, weekday.length),
        ...doubtIn(text, words, index, reader),
      });
  });
  return { dates, calendar };
}

function part(
  kind: CalendarFact['kind'],
  which: number,
  words: readonly Word[],
  index: number,
  length: number,
): CalendarFact {
  return { kind, which, start: words[index]?.start ?? 0, end: words[index + length - 1]?.end ?? 0 };
}

/** A form that is another word too is a date where a phrase or a year beside it says so. */
function doubtIn(
  text: string,
  words: readonly Word[],
  index: number,
  reader: LanguageReader,
): Pick<CalendarFact, 'isDoubtful'> {
  if (reader.doubtfulDates.at(words, index) === undefined) return {};
  if (/^\s(?:1[0-9]|20)\d\d(?!\d)/.test(text.slice(words[index]?.end, (words[index]?.end ?? 0) + 6))) return {};
  const isDated =
    reader.datedPhrases.endsBefore(words, index + 1) || reader.datedPhrases.at(words, index) !== undefined;
  return isDated ? {} : { isDoubtful: true };
}

/** The days that stand beside a month's name: before it, else behind it. */
function dayBeside(text: string, { start, end }: Word, month: number, tag: string): readonly DayFact[] {
  const before = earlierDays.exec(text.slice(Math.max(0, start - 24), start));
  const rest = text.slice(end, end + 24);
  if (before !== null && !isInNumber(text, start - before[0].length)) {
    const year = yearAfter.exec(rest);
    const range = { start: start - before[0].length, end: end + (year?.[0].length ?? 0) };
    return daysOf(before.groups, month, year?.groups?.year, range);
  }
  const after = /^(?:en|lt)$/.test(tag) ? laterDays.exec(rest) : null;
  if (after === null) return [];
  const later = yearAfter.exec(text.slice(end + after[0].length, end + after[0].length + 12));
  const earlier = tag === 'lt' ? yearBefore.exec(text.slice(Math.max(0, start - 16), start)) : null;
  const range = {
    start: start - (later === null ? (earlier?.[0].length ?? 0) : 0),
    end: end + after[0].length + (later?.[0].length ?? 0),
  };
  return daysOf(after.groups, month, later?.groups?.year ?? earlier?.groups?.year, range);
}

function daysOf(
  groups: Readonly<Record<string, string | undefined>> | undefined,
  month: number,
  year: string | undefined,
  range: { readonly start: number; readonly end: number },
): readonly DayFact[] {
  return [groups?.first, groups?.day]
    .filter((one) => one !== undefined)
    .map(Number)
    .filter((day) => day >= 1 && day <= 31)
    .map((day) => ({ day, month, ...range, ...(year === undefined ? {} : { year: Number(year) }) }));
}

function isInNumber(text: string, at: number): boolean {
  return /[\d\p{L}]$|\d[.,]$/u.test(text.slice(Math.max(0, at - 2), at));
}

/**
 * A short or common word, `May`, `Mar`, `march`, is a month only where something says so: a year behind it, or a small word before
 * it, as in "in May". In a language whose months have no capital the lists hold no such word.
 */
function isMonth(text: string, words: readonly Word[], index: number, reader: LanguageReader): boolean {
  const { text: word = '', start = 0, end = 0 } = words[index] ?? {};
  if (/^\.?\s\d{4}(?!\d)/.test(text.slice(end, end + 7))) return true;
  if (isRangeOfMonths(text, words, index, reader)) return true;
  if (reader.isShortMonth(word)) return false;
  if (reader.language.tag !== 'en' || (word.length > 3 && word !== 'March')) return true;
  const before = words[index - 1];
  if (word.length === 3 && word !== 'May') return false;
  if (before === undefined || !/^[\s-]*$/.test(text.slice(before.end, start))) return false;
  return /^(?:in|of|since|until|till|by|from|to|late|early|mid|last|next|this|before|after|during|through|and|every|end|or)$/i.test(
    before.text,
  );
}

/** "From Mar. to Oct. 2020", "Jan.–Mar.": beside another month, with a stop or a dash. */
function isRangeOfMonths(text: string, words: readonly Word[], index: number, reader: LanguageReader): boolean {
  const word = words[index];
  if (word === undefined) return false;
  return [index - 2, index - 1, index + 1, index + 2].some((at) => {
    const other = words[at];
    if (other === undefined || reader.months.at(words, at) === undefined) return false;
    const between = at < index ? text.slice(other.end, word.start) : text.slice(word.end, other.start);
    return /^\.?\s?[-–—]\s?$|^\.?\s(?:to|and|until|till|through|bis|und|à|et)\s$/u.test(between);
  });
}

function isoDates(text: string): readonly DayFact[] {
  return [...text.matchAll(isoDay)].flatMap(read);
}

/** "11 VIII 1904", as Polish writes it. */
function romanDates(text: string): readonly DayFact[] {
  return [...text.matchAll(romanDay)].map(({ 0: found, index, groups }) => ({
    day: Number(groups?.day),
    month: romanValue(groups?.month ?? '') ?? 0,
    year: Number(groups?.year),
    start: index,
    end: index + found.length,
  }));
}

/** "VII-IX 1892": the months of a range, or one. */
function romanMonths(text: string): readonly CalendarFact[] {
  return [...text.matchAll(romanMonth)].flatMap(({ index, groups }) => {
    const { first = '', join = '', last = '' } = groups ?? {};
    const start = index + first.length + join.length;
    return [
      { name: first, start: index },
      { name: last, start },
    ].flatMap(({ name, start }): readonly CalendarFact[] => {
      const which = romanValue(name);
      return which === undefined ? [] : [{ kind: 'month', which, start, end: start + name.length }];
    });
  });
}

/** A month in Roman numerals, which is no number of its own. */
export function isRomanMonth(text: string, { kind, start, end }: CalendarFact): boolean {
  return kind === 'month' && /^[IVX]+$/.test(text.slice(start, end));
}

function numericDates(text: string, pattern: RegExp): readonly DayFact[] {
  return [...text.matchAll(pattern)].flatMap(read);
}

/** Where the second number is no month the first is: 02/20/2024. */
function read(match: RegExpExecArray): readonly DayFact[] {
  const { day, month, year } = match.groups ?? {};
  const numbers = [Number(day), Number(month)] as const;
  const [first, second] = numbers[1] > 12 && numbers[0] <= 12 ? [numbers[1], numbers[0]] : numbers;
  if (second < 1 || second > 12 || first < 1 || first > 31) return [];
  const range = { start: match.index, end: match.index + match[0].length };
  return [{ day: first, month: second, ...range, ...(year === undefined ? {} : { year: Number(year) }) }];
}
