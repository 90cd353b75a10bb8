import { isBelowZero } from './below-zero.js';
import { blankOut } from './blank.js';
import { centuryBehind } from './century.js';
import type { NumberFact } from './fact.js';
import { tailOf } from './number-tail.js';
import { powersOf } from './powers.js';
import type { LanguageReader } from './reader.js';
import { romanNumeralsOf } from './roman-numerals.js';
import { round } from './round.js';
import { signedFractionsOf } from './signed-fractions.js';
import { currencyBefore } from './units.js';

const numeral =
  /(?<![\p{L}\p{N}]|\d[.,·]|¶\s?)(?<digits>\d{1,3}(?<mark>[,.'’\u0020\u00A0\u2009\u202F])\d{3}(?:\k<mark>\d{3})*(?!\d)(?:[.,·]\d+)?|\d+(?:[.,·]\d+)?|[.,]\d+)/gu;

/** Before a number that says how many times as much: "multipliés par 3", "by a factor of 3". */
const multiplied = /(?:multipl\p{L}+\s(?:par|by)|factor\sof|Faktor|facteur\sde)\s$/iu;

/** Before a place in a row: "Platz 2" is the second. */
const placeBefore =
  /(?<!\p{L})(?:Platz|Rang|rank|ranked|(?<!t(?:ake|akes|ook|aken|aking)\s)place|rang|miejsc[eau]|lokat[aęay]|мест[оа]|місц[еяі]|месц[аы]|vieta|vietą|vietoje)\s$/iu;

/** The numbers of a text in digits, Roman numerals among them. */
export function numeralsOf(text: string, reader: LanguageReader): readonly NumberFact[] {
  const powers = powersOf(text);
  const fractions = signedFractionsOf(text);
  const quarters = quartersOf(text, reader);
  const shown = blankOut(text, [...powers, ...fractions]);
  return [...powers, ...fractions, ...quarters, ...inDigits(shown, reader), ...romanNumeralsOf(shown, reader)];
}

/** "Q3 2020", in French "T3 2020": the third quarter. */
function quartersOf(text: string, { language }: LanguageReader): readonly NumberFact[] {
  const mark =
    language.tag === 'fr'
      ? /(?<![\p{L}\p{N}])[QT][1-4](?![\p{L}\p{N}])/gu
      : /(?<![\p{L}\p{N}])Q[1-4](?![\p{L}\p{N}])/gu;
  return [...text.matchAll(mark)].map(({ 0: found, index }) => ({
    readings: [Number(found.slice(1))],
    isSpelled: false,
    isOrdinal: 'maybe',
    start: index,
    end: index + found.length,
  }));
}

function inDigits(text: string, reader: LanguageReader): readonly NumberFact[] {
  const facts: NumberFact[] = [];
  for (const match of text.matchAll(numeral)) {
    const { digits = '', mark } = match.groups ?? {};
    const start = match.index;
    const end = start + digits.length;
    const rest = text.slice(end, end + 12);
    const ordinal = reader.ordinalEnd?.exec(rest)?.[0];
    if (ordinal !== undefined && /^\d+$/.test(digits) && isOrdinal(ordinal, digits, text, end)) {
      const isSure = !ordinal.startsWith('.');
      facts.push({
        readings: [Number(digits)],
        isSpelled: false,
        isOrdinal: isSure ? true : 'maybe',
        ...centuryBehind(text, end + ordinal.length, reader),
        start,
        end: end + ordinal.length,
      });
      continue;
    }
    const isShort = digits.length <= 2 && !/[.,]/.test(digits);
    const century = isShort ? centuryBehind(text, end, reader) : {};
    if (century.unit !== undefined) {
      facts.push({ readings: [Number(digits)], isSpelled: false, isOrdinal: 'maybe', ...century, start, end });
      continue;
    }
    if (isShort && text.charAt(start - 1) === ' ' && placeBefore.test(text.slice(Math.max(0, start - 16), start))) {
      facts.push({ readings: [Number(digits)], isSpelled: false, isOrdinal: 'maybe', start, end });
      continue;
    }
    const before = currencyBefore(text.slice(Math.max(0, start - 6), start));
    const isYear = reader.language.tag === 'lt' && /^(?:1\d|20)\d\d$/.test(digits) && /^\s?m\.?(?!\p{L})/u.test(rest);
    const tail = isYear ? { factor: 1, end } : tailOf(text, end, reader, before !== undefined);
    const unit =
      before?.name ?? tail.unit ?? (multiplied.test(text.slice(Math.max(0, start - 20), start)) ? 'times' : undefined);
    const shortened = unit === undefined && tail.end === end ? shortenedBy(rest, reader) : undefined;
    const isNegative = isBelowZero(text, { start: start - (before?.length ?? 0), end: tail.end });
    facts.push({
      ...(isNegative ? { isNegative } : {}),
      readings: readingsOf(digits, mark, reader.language.tag).flatMap((value) =>
        shortened === undefined ? round(value * tail.factor) : [value, round(value * shortened)],
      ),
      ...(unit === undefined ? {} : { unit }),
      isSpelled: false,
      start: start - (before?.length ?? 0),
      end: tail.end,
    });
  }
  return facts;
}

/** "1.4m" may be 1.4 million: without a sign of money only the source can tell. */
function shortenedBy(rest: string, reader: LanguageReader): number | undefined {
  const letter = /^[mbM](?![\p{L}\p{N}²³])/u.exec(rest)?.[0];
  return letter === undefined ? undefined : reader.shortScales.of(letter);
}

/** A stop makes an ordinal only before a word, and not where a sentence plainly ends. */
function isOrdinal(mark: string, digits: string, text: string, end: number): boolean {
  if (!mark.startsWith('.')) return true;
  return digits.length <= 2 && /^\.\s\p{L}/u.test(text.slice(end, end + 4));
}

/** A mark before three digits: in English a comma, in German a stop is surely one of thousands; elsewhere a comma is decimal. */
function readingsOf(digits: string, mark: string | undefined, tag: string): readonly number[] {
  const decimal = Number(digits.replace(/[,·]/, '.'));
  if (mark === undefined) return [decimal];
  const last = /[.,·]\d+$/.exec(digits)?.[0] ?? '';
  const isDecimal = last !== '' && last[0] !== mark;
  const whole = Number(digits.slice(0, isDecimal ? -last.length : undefined).replaceAll(mark, ''));
  if (isDecimal) return [whole + Number(`0.${last.slice(1)}`)];
  const isEither = /^\d+[.,](?!000)\d{3}$/.test(digits);
  if (digits.startsWith('0')) return [decimal];
  if (!isEither || (tag === 'en' && mark === ',') || (tag === 'de' && mark === '.')) return [whole];
  return mark === ',' && tag !== 'en' ? [decimal] : [whole, decimal];
}
