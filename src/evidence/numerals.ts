import type { TextRange } from '../model.js';
import { blankOut } from './blank.js';
import type { NumberFact } from './fact.js';
import { powersOf } from './powers.js';
import type { LanguageReader } from './reader.js';
import { romanValue } from './roman.js';
import { currencyBefore, symbolAt } from './units.js';
import { type Word, wordsOf } from './words.js';

const numeral =
  /(?<![\p{L}\p{N}]|\d[.,·]|¶\s?)(?<digits>\d{1,3}(?<mark>[,.'’\u0020\u00A0\u2009\u202F])\d{3}(?:\k<mark>\d{3})*(?!\d)(?:[.,·]\d+)?|\d+(?:[.,·]\d+)?|[.,]\d+)/gu;
const vulgar = /(?<whole>\d+\s?)?(?<part>[\u00BC-\u00BE\u2150-\u215E])/gu;
const slashed =
  /(?<![\p{L}\p{N}./-])(?:(?<whole>\d+)\s)?(?<above>\d{1,2})\s?[/⁄]\s?(?<below>\d{1,2})(?![\d/.-]|\p{L})/gu;

/** Behind degrees: below zero. */
const frost =
  /^\s?(?:below zero|unter null|mrozu|мороза|морозу|šalčio|poniżej zera|ниже нуля|нижче нуля|au-dessous de zéro)/iu;

/** A number behind a minus, as a sign or a word, or before "below zero". */
export function isBelowZero(text: string, { start, end }: TextRange): boolean {
  return (
    /(?:^|[\s(])-$|(?:minus|minusas|minusie|moins|минус|мінус)\s$/iu.test(text.slice(Math.max(0, start - 8), start)) ||
    frost.test(text.slice(end, end + 24))
  );
}

/** Before a number that says how many times as much: "multipliés par 3", "by a factor of 3". */
const multiplied = /(?:multipl\p{L}+\s(?:par|by)|factor\sof|Faktor|facteur\sde)\s$/iu;

/** What follows a number: how many times it is taken, and what it counts. */
export interface Tail {
  readonly factor: number;
  readonly unit?: string;
  readonly end: number;
}

/** The numbers of a text in digits, Roman numerals among them. */
export function numeralsOf(text: string, reader: LanguageReader): readonly NumberFact[] {
  const powers = powersOf(text);
  const fractions = [...vulgarFractions(text), ...slashedFractions(text)];
  const shown = blankOut(text, [...powers, ...fractions]);
  return [...powers, ...fractions, ...inDigits(shown, reader), ...inRoman(shown, reader)];
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
        start,
        end: end + ordinal.length,
      });
      continue;
    }
    if (/^\d{1,2}$/.test(digits) && isCentury(text.slice(end, end + 24), reader)) {
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

/** "17 amžiuje" is the seventeenth, "two centuries" are two. */
function isCentury(rest: string, reader: LanguageReader): boolean {
  const word = /^\s(?<word>\p{L}+)/u.exec(rest)?.groups?.word;
  return word !== undefined && reader.centuries.of(word) !== undefined;
}

/** A stop makes an ordinal only before a word, and not where a sentence plainly ends. */
function isOrdinal(mark: string, digits: string, text: string, end: number): boolean {
  if (!mark.startsWith('.')) return true;
  return digits.length <= 2 && /^\.\s\p{L}/u.test(text.slice(end, end + 4));
}

/** Reads a factor and a unit behind a number: "1.8 million dollars", "3,2 milliards d'euros", "84m", "11 Mrd. Euro", "90 km/h". */
function tailOf(text: string, from: number, reader: LanguageReader, isMoney = false): Tail {
  let end = from;
  let factor = 1;
  let rest = text.slice(end, end + 60);
  const glued = /^(?<letter>[kmb]|mn|bn|tn|M|Mio|Mrd)(?:(?=€)|(?![\p{L}\p{N}]))/u.exec(rest)?.groups?.letter;
  const money = /^\s?(?<letter>k|M|Md|Mrd|Mio|mln|mld|млн|млрд)\s?(?=[€$£₽₴])/u.exec(rest);
  const words = wordsOf(rest);
  const isNext = (index: number): boolean =>
    words[index] !== undefined && /^[\s.'-]*$/.test(rest.slice(words[index - 1]?.end ?? 0, words[index]?.start));
  if (money?.groups?.letter !== undefined) {
    factor = money.groups.letter === 'M' ? 1e6 : (reader.shortScales.of(money.groups.letter) ?? 1);
    end += money[0].length;
  } else if (glued !== undefined && (isMoney || glued.length > 1 || glued === 'k' || /^€/.test(rest.slice(1)))) {
    factor = reader.shortScales.of(glued) ?? 1;
    end += glued.length;
  } else if (isNext(0) && !/^-\s/.test(rest)) {
    const long = reader.scales.at(words, 0);
    const short = reader.shortScales.at(words, 0);
    const isShort = short !== undefined && ((words[0]?.text.length ?? 0) > 1 || isMoney);
    const found = long ?? (isShort ? short : undefined);
    if (found !== undefined && found.value >= 100) {
      factor = found.value;
      end += words[found.length - 1]?.end ?? 0;
      if (text.charAt(end) === '.' && long === undefined) end++;
    }
  }
  rest = text.slice(end, end + 60);
  const half = reader.list('andHalf', reader.language.numbers.andHalf).at(wordsOf(rest), 0);
  if (half !== undefined && factor > 1) end += wordsOf(rest)[half.length - 1]?.end ?? 0;
  const unit = unitAt(text, end, reader);
  return {
    factor,
    end: unit?.end ?? end,
    ...(unit === undefined ? {} : { unit: unit.name }),
  };
}

/** The unit that stands behind a number; between money and its number may stand "of" and an adjective: "40 million Swedish crowns". */
export function unitAt(
  text: string,
  from: number,
  reader: LanguageReader,
): { readonly name: string; readonly end: number } | undefined {
  const rest = text.slice(from, from + 60);
  const symbol = symbolAt(rest);
  if (symbol !== undefined) return { name: symbol.name, end: from + symbol.length };
  const words = wordsOf(rest);
  let index = 0;
  if (!/^[\s'-]*$/.test(rest.slice(0, words[0]?.start ?? 0))) return undefined;
  if (/^(?:of|de|d|di)$/i.test(words[0]?.text ?? '')) index = 1;
  const elided = /^d'(?<word>\p{L}+)/iu.exec(words[0]?.text ?? '')?.groups?.word;
  if (elided !== undefined) {
    const name = reader.units.of(elided);
    return name === undefined ? undefined : { name, end: from + (words[0]?.end ?? 0) };
  }
  for (const at of [index, index + 1]) {
    if (at > index && /[^\s-]/.test(rest.slice(words[at - 1]?.end, words[at]?.start))) break;
    const found = reader.units.at(words, at);
    if (found === undefined) continue;
    if (at > index && !isMoneyName(found.value)) break;
    return { name: found.value, end: from + (words[at + found.length - 1]?.end ?? 0) };
  }
  return undefined;
}

function isMoneyName(name: string): boolean {
  return /^[A-Z]{3}$/.test(name) || ['crown', 'franc', 'mark'].includes(name);
}

function inRoman(text: string, reader: LanguageReader): readonly NumberFact[] {
  if (!/[IVXLC]/.test(text)) return [];
  return wordsOf(text).flatMap(({ text: word, start, end }, index, words): NumberFact[] => {
    const value = romanValue(word.replace(/(?:e|er|ère|ème|st|th|го|е|й)$/u, ''));
    // "Le" is an article, not the fiftieth.
    if (value === undefined || /^L(?!\p{Lu})/u.test(word) || /[CDM]/.test(word)) return [];
    // "Article V" is Article 5, and "Chapter XII" Chapter 12.
    if (/^[IVX]+$/.test(word) && isBehindPart(words, index, text, reader))
      return [{ readings: [value], isSpelled: false, isOrdinal: 'maybe', start, end }];
    if (word.length === 1 && !isRuler(words, index)) return [];
    return [{ readings: [value], isSpelled: false, isOrdinal: true, start, end }];
  });
}

/** Behind `Article`, `Chapter`, `§`: there a single letter is a numeral too. "I" goes on as a sentence where it is a pronoun. */
function isBehindPart(words: readonly Word[], index: number, text: string, reader: LanguageReader): boolean {
  const isNamed = reader.articles.endsBefore(words, index) || reader.labels.endsBefore(words, index);
  const [before, word] = [words[index - 1], words[index]];
  if (!isNamed || before === undefined || word === undefined) return false;
  if (!/^\.?\s$/.test(text.slice(before.end, word.start))) return false;
  return word.text !== 'I' || !/^\s\p{Ll}/u.test(text.slice(word.end));
}

/** A single letter is a numeral only behind a name: "Charles V". */
function isRuler(words: readonly Word[], index: number): boolean {
  return /^[IVX]$/.test(words[index]?.text ?? '') && /^\p{Lu}\p{Ll}{2}/u.test(words[index - 1]?.text ?? '');
}

function vulgarFractions(text: string): readonly NumberFact[] {
  if (!/[\u00BC-\u00BE\u2150-\u215E]/.test(text)) return [];
  return [...text.matchAll(vulgar)].map((match) => {
    const { whole = '0', part = '' } = match.groups ?? {};
    const [above = '1', below = '1'] = part.normalize('NFKC').split('⁄');
    return fraction(Number(whole) + Number(above) / Number(below), match);
  });
}

function slashedFractions(text: string): readonly NumberFact[] {
  return [...text.matchAll(slashed)].flatMap((match) => {
    const { whole = '0', above = '1', below = '1' } = match.groups ?? {};
    return Number(above) < Number(below) ? [fraction(Number(whole) + Number(above) / Number(below), match)] : [];
  });
}

function fraction(value: number, match: RegExpExecArray): NumberFact {
  return {
    readings: [round(value)],
    isFraction: true,
    isSpelled: false,
    start: match.index,
    end: match.index + match[0].length,
  };
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

export function round(value: number): number {
  return Number(value.toPrecision(12));
}
