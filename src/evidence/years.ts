import type { CalendarFact, DecadeFact, NumberFact, YearFact } from './fact.js';
import type { SpelledNumber } from './number-words.js';
import type { LanguageReader } from './reader.js';
import type { Word } from './words.js';

/** Four digits from 1500 to 2099 that count nothing, `’24`, and both years of `2016–18` and `2023/24`. */
export function yearsOf(
  text: string,
  numbers: readonly NumberFact[],
  calendar: readonly CalendarFact[],
): readonly YearFact[] {
  const alone = numbers.filter((fact) => isYear(fact, text)).flatMap((fact) => pairOf(fact, text));
  const short = [...text.matchAll(/(?<![\p{L}\p{N}])'(?<year>\d\d)(?![\p{L}\p{N}'.,]\p{L}?|%)/gu)].flatMap((match) => {
    const year = Number(match.groups?.year);
    return ['19', '20'].map((century) => ({
      year: Number(century) * 100 + year,
      start: match.index,
      end: match.index + 3,
    }));
  });
  return [...alone, ...short, ...calendar.flatMap((one) => yearBehind(one, text))];
}

/** "Au printemps 78", "Mai 68": two digits behind a season, or behind a month where no day has them. */
function yearBehind({ kind, end }: CalendarFact, text: string): readonly YearFact[] {
  const { space = '', year } =
    /^(?<space>\s)(?<year>\d\d)(?=$|[.,;:)](?!\d)|\s(?:que?\s|qu'))/u.exec(text.slice(end, end + 12))?.groups ?? {};
  if (year === undefined || kind === 'weekday' || (kind === 'month' && Number(year) < 32)) return [];
  const start = end + space.length;
  return ['19', '20'].map((century) => ({ year: Number(century + year), start, end: start + 2 }));
}

function isYear({ readings, unit, isOrdinal, start, end }: NumberFact, text: string): boolean {
  if (isOrdinal !== undefined || (unit !== undefined && unit !== 'year') || readings.length > 1) return false;
  if (!/^(?:1[5-9]|20)\d\d/.test(text.slice(start, end)) || /^\d{4}[\d.,]/.test(text.slice(start, end))) return false;
  const rest = text.slice(end, end + 30);
  return (
    unit === 'year' ||
    !/^\s(?:of\s)?\p{Ll}{3,}s\b/u.test(rest) ||
    /^\s(?:was|is|has|as|its|this|thus|does)\b/.test(rest)
  );
}

function pairOf({ start, end }: NumberFact, text: string): readonly YearFact[] {
  const year = Number(text.slice(start, start + 4));
  const short = /^[-–—/](\d\d)(?!\d)/.exec(text.slice(start + 4))?.[1];
  const one = { year, start, end };
  return short === undefined
    ? [one]
    : [one, { year: Math.floor(year / 100) * 100 + Number(short), start, end: start + 7 }];
}

/** "1990s", "’90s", "90er", "90-х годах", "années soixante", "lata 60.": those without their century are below 100. */
export function decadesOf(
  text: string,
  words: readonly Word[],
  spelled: readonly SpelledNumber[],
  reader: LanguageReader,
): readonly DecadeFact[] {
  const { decadeBefore, decadeAfter } = reader.language.numbers;
  const before = reader.list('decadeBefore', decadeBefore);
  const after = reader.list('decadeAfter', decadeAfter);
  const found: DecadeFact[] = [];
  const isBefore = (index: number): boolean => before.endsBefore(words, index);
  for (const match of text.matchAll(/(?<![\p{L}\p{N}.,])(?:'\s?)?(?<digits>\d0|(?:1[0-9]|20)\d0)(?!\d|[.,]\d)/gu)) {
    const digits = match.groups?.digits ?? '';
    const end = match.index + match[0].length;
    const rest = text.slice(end, end + 24);
    const mark = reader.decadeEnd?.exec(rest)?.[0];
    const index = words.findIndex((word) => word.end === end || (word.start <= end && end < word.end));
    const next = words[index + 1];
    const isAfter =
      /^[.'\s-]{0,3}\p{L}{0,3}\s?$/u.test(text.slice(end, next?.start)) && after.at(words, index + 1) !== undefined;
    if (mark === undefined && !isBefore(index) && !(isAfter && /^[.-]/.test(rest))) continue;
    // Where a sentence ends with a number, "ponad 70.", it is no decade.
    if (mark === '.' && !isBefore(index)) continue;
    if (mark === undefined && digits.length === 4 && !isBefore(index)) continue;
    found.push({ year: Number(digits), start: match.index, end: end + (mark?.length ?? 0) });
  }
  for (const { value, isOrdinal, start, end, next } of spelled) {
    if (value % 10 !== 0 || value < 20 || value > 90) continue;
    const index = words.findIndex((word) => word.start === start);
    const isPlural = isOrdinal && pluralTens.test(text.slice(start, end));
    const isSaid = isBefore(index) || isPlural || (isOrdinal && after.at(words, next) !== undefined);
    if (isSaid) found.push({ year: value, start, end });
  }
  for (const { text: word, start, end } of words) {
    if (!tensEnds.some((one) => word.endsWith(one))) continue;
    const tens = /^(?<stem>\p{L}{4,})(?:ties|er|ern)$/u.exec(word)?.groups?.stem;
    if (tens === undefined) continue;
    const part = reader.parts.of(word.endsWith('ties') ? `${tens}ty` : tens);
    if (part !== undefined && 'adds' in part && part.adds >= 20) found.push({ year: part.adds, start, end });
  }
  return found;
}

/** "Сімдесяті", "в девяностых": tens as a plural rank are years, whatever stands behind. */
const pluralTens = /(?:ые|ых|ыми|ым|ыя|ымі|і|их|ими|им)$/u;

/** Of a decade in one word: `eighties`, `Achtziger`. */
const tensEnds = ['ties', 'er', 'ern'];
