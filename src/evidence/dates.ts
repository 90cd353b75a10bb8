/** A day of a month as a text gives it, with its year where it does. */
export interface DayFact {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  readonly start: number;
  readonly end: number;
}

const englishMonths = [
  'January|Jan',
  'February|Feb',
  'March|Mar',
  'April|Apr',
  'May',
  'June|Jun',
  'July|Jul',
  'August|Aug',
  'September|Sept?',
  'October|Oct',
  'November|Nov',
  'December|Dec',
];
/** Russian and Belarusian, by stem; endings differ by case. */
const cyrillicMonths = [
  'январ|студзен|студня',
  'феврал|лют',
  'март|сакавік',
  'апрел|красавік',
  'ма[йяею]',
  'июн|чэрвен',
  'июл|ліпен',
  'август|жні',
  'сентябр|верасен|верасн',
  'октябр|кастрычнік',
  'ноябр|лістапад',
  'декабр|снеж',
];
const monthPatterns = englishMonths.map(
  (names, index) =>
    new RegExp(`^(?:${names}|(?:${names.toUpperCase()})|(?:${cyrillicMonths[index]})\\p{Ll}{0,3})$`, 'u'),
);
const month = `(?:${englishMonths.join('|')}|${englishMonths.join('|').toUpperCase()}|(?:${cyrillicMonths.join('|')})\\p{Ll}{0,3})(?![\\p{L}\\p{N}])`;
const before = '(?<![\\p{L}\\p{N}.,/])';
const ordinal = '(?:st|nd|rd|th|-?го|-?га)?';
const year = '(?:,?\\s+(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d))?';
const earlier = `(?:(?<first>\\d{1,2})${ordinal}\\s*(?:[-–—]|and|и|і|,|to|по|да)\\s*)?`;

const dayMonth = new RegExp(
  `${before}${earlier}(?<day>\\d{1,2})${ordinal}(?:\\s+of)?\\s+(?<month>${month})\\.?${year}`,
  'gu',
);
const monthDay = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<month>${month})\\.?\\s+${earlier}(?<day>\\d{1,2})${ordinal}(?![\\p{L}\\p{N}]|[.,]\\d|\\s?%)${year}`,
  'gu',
);
const numeric = new RegExp(
  `${before}(?<day>\\d{1,2})(?<mark>[./])(?<number>\\d{1,2})\\k<mark>(?<year>\\d{4})(?!\\d)`,
  'gu',
);
const iso = /(?<!\d)(?<year>\d{4})-(?<number>\d\d)-(?<day>\d\d)(?!\d)/gu;

/** The dates of a text: "20 February 2024", "Feb. 20", "20–21 февраля", "20.02.2024", "2024-02-20". */
export function datesOf(text: string): readonly DayFact[] {
  if (!/\d/.test(text)) return [];
  return [dayMonth, monthDay, numeric, iso].flatMap((pattern) => [...text.matchAll(pattern)].flatMap(read));
}

function read(match: RegExpExecArray): DayFact[] {
  const { first, day, month, number, year } = match.groups ?? {};
  let days = [first, day].filter((one) => one !== undefined).map(Number);
  let which = number === undefined ? monthOf(month ?? '') : Number(number);
  if (which !== undefined && which > 12 && (days[0] ?? 99) <= 12) [which, days] = [days[0], [which]];
  if (which === undefined || which < 1 || which > 12) return [];
  const range = { start: match.index, end: match.index + match[0].length };
  const rest = { month: which, ...range, ...(year === undefined ? {} : { year: Number(year) }) };
  return days.filter((one) => one >= 1 && one <= 31).map((one) => ({ day: one, ...rest }));
}

/** The number of a month, from 1. */
function monthOf(word: string): number | undefined {
  const index = monthPatterns.findIndex((pattern) => pattern.test(word));
  return index === -1 ? undefined : index + 1;
}
