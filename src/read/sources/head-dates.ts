import { readingLanguages } from '../../language/languages.js';
import { anyForm, expressionOf } from './word-forms.js';

/**
 * The day a line names, in ISO 8601, as much of it as the line gives: "24 February 2024", "2024 m. vasario 24 d.", "24.02.2024". Undefined
 * where the line says anything else. `03/04/2024` reads two ways, so only its year is known.
 */
export function dateOf(line: string): string | undefined {
  const text = line.trim().replace(/\s+/g, ' ');
  if (text.length > longestDate) return undefined;
  const bare = text.replace(around, '').trim();
  return numeric(bare) ?? inWords(bare);
}

/** A date line may have a weekday, a time and words such as "last updated", no more. */
const longestDate = 70;

const around = new RegExp(
  `^(?:${anyForm(({ heads }) => heads.dated)}[.:]?\\s*)+|[,|·•–-]?\\s*(?:(?:${anyForm(({ dates }) => dates.clockBefore)}|T)\\s*)?\\d\\d?[:.h]\\d\\d(?::\\d\\d)?(?:\\s*(?:[ap]\\.?m\\.?|Uhr|h|[A-Z]{3,4}))?$`,
  'giu',
);

function numeric(text: string): string | undefined {
  const [, y, m, d] = /^(\d{4})[-./](\d\d?)[-./](\d\d?)(?:T.*)?$/.exec(text) ?? [];
  if (y !== undefined) return iso(y, Number(m), Number(d));
  const [, one, sign, two, year] = /^(\d\d?)([-./])\s?(\d\d?)\2\s?(\d{4})(?:\s?(?:г|р|r)\.?)?$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [first, second] = [Number(one), Number(two)];
  // With stops it is day and month everywhere; with strokes an American may have written it.
  if (sign === '.' || first > 12) return iso(year, second, first);
  return second > 12 ? iso(year, first, second) : year;
}

const yearWords = anyForm(({ dates }) => dates.year);
const weekdays = anyForm(({ dates }) => dates.weekdays.join(' '));
const small = new RegExp(
  `^(?:${weekdays}|${yearWords}|${anyForm(({ heads }) => heads.dated)}|st|nd|rd|th|er|of|de|d|го|е|ого)$`,
  'iu',
);
const months = Array.from({ length: 12 }, (_, month) => {
  const forms = readingLanguages.map(({ dates }) => dates.months[month] ?? '').join(' ');
  return new RegExp(`^${expressionOf(forms)}$`, 'iu');
});

function inWords(text: string): string | undefined {
  let month: number | undefined;
  let year: string | undefined;
  let day: number | undefined;
  for (const word of text.split(/[\s,.()/|·•–-]+/u)) {
    if (word === '') continue;
    const [, digits, end = ''] = /^(\d{1,4})(\p{L}*)$/u.exec(word) ?? [];
    const named = months.findIndex((one) => one.test(word));
    if (digits !== undefined && digits.length === 4 && end === '' && year === undefined) year = digits;
    else if (digits !== undefined && digits.length < 3 && day === undefined && /^(?:|st|nd|rd|th|er|d)$/.test(end))
      day = Number(digits);
    else if (named >= 0 && month === undefined) month = named + 1;
    else if (!small.test(word)) return undefined;
  }
  if (year === undefined || month === undefined || !/^(?:1[5-9]|20)/.test(year)) return undefined;
  return iso(year, month, day);
}

function iso(year: string, month: number, day: number | undefined): string | undefined {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
}
