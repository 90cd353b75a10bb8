import { blankOut } from './blank.js';
import { type DayFact, datesOf } from './dates.js';
import { scaleOf, spelledNumbers } from './number-words.js';
import { powersOf } from './powers.js';

/** A number of a text. Digits can be read in more than one way: 1.234 is a decimal in one country, a thousand in another. */
export interface NumberFact {
  readonly readings: readonly number[];
  readonly isPercent: boolean;
  /** In words rather than digits; small ones are never looked for. */
  readonly isSpelled: boolean;
  readonly start: number;
  readonly end: number;
}

/** A year, on its own or of a date. */
export interface YearFact {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

/** Everything in a text that counts or dates. */
export interface NumberFacts {
  readonly numbers: readonly NumberFact[];
  readonly years: readonly YearFact[];
  readonly dates: readonly DayFact[];
}

const numeral =
  /(?<![\p{L}\p{N}]|\d[.,]|[¶§]\s?|[Pp]ara(?:graph)?s?\.?\s)(?<digits>\d{1,3}(?<mark>[,.'’\u0020\u00A0\u2009\u202F])\d{3}(?:\k<mark>\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)/gu;
const ordinalEnd = /^(?:st|nd|rd|th)(?!\p{L})|^-?(?:й|я|е|го|га|му|м|ый|ая|ое|ы)(?!\p{L})/u;
const shortScales: Readonly<Record<string, number>> = {
  k: 1e3,
  тыс: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  млн: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  млрд: 1e9,
  tn: 1e12,
  trn: 1e12,
  трлн: 1e12,
};
const percentEnd = /^\s?%|^[-\s]per\s?cent|^\s(?:процент|працэнт)/iu;
const joining = /^\s?(?:[-–—]|to|and|or|до|и|или|да|і|або)\s?$/iu;

/** Reads the numbers, years and dates of a text, in digits and in words. */
export function numberFactsOf(text: string): NumberFacts {
  const dates = datesOf(text);
  const undated = blankOut(text, dates);
  const powers = powersOf(undated);
  const shown = blankOut(undated, powers);
  const inDigits = digitFacts(shown);
  const inWords = spelledNumbers(blankOut(shown, inDigits)).map(({ value, start, end }) => ({
    readings: [value],
    isPercent: percentEnd.test(shown.slice(end)),
    isSpelled: true,
    start,
    end,
  }));
  const years = inDigits.filter((fact) => isYear(fact, shown));
  return {
    numbers: shared([...powers, ...inDigits.filter((fact) => !years.includes(fact)), ...inWords], shown),
    years: [
      ...years.flatMap((fact) => yearsOf(fact, shown)),
      ...dates.flatMap(({ year, start, end }) => (year === undefined ? [] : [{ year, start, end }])),
    ],
    dates,
  };
}

function digitFacts(text: string): readonly NumberFact[] {
  const facts: NumberFact[] = [];
  for (const match of text.matchAll(numeral)) {
    const digits = match.groups?.digits ?? '';
    let end = match.index + digits.length;
    const rest = text.slice(end, end + 40);
    if (ordinalEnd.test(rest)) continue;
    const [unit = '', word = ''] = /^[-\s]?(\p{L}+)/u.exec(rest) ?? [];
    const scale =
      scaleOf(word) ?? (Object.hasOwn(shortScales, word.toLowerCase()) ? shortScales[word.toLowerCase()] : undefined);
    const isScaled = scale !== undefined && !(word.length === 1 && /^[\s-]/.test(unit));
    if (isScaled) end += unit.length;
    facts.push({
      readings: readingsOf(digits, match.groups?.mark).map((value) => round(value * (isScaled ? scale : 1))),
      isPercent: percentEnd.test(text.slice(end, end + 12)),
      isSpelled: false,
      start: match.index,
      end,
    });
  }
  return facts;
}

function readingsOf(digits: string, mark: string | undefined): readonly number[] {
  const decimal = Number(digits.replace(',', '.'));
  if (mark === undefined) return [decimal];
  const last = /[.,]\d+$/.exec(digits)?.[0] ?? '';
  const isDecimal = last !== '' && last[0] !== mark;
  const whole = Number(digits.slice(0, isDecimal ? -last.length : undefined).replaceAll(mark, ''));
  if (isDecimal) return [whole + Number(`0.${last.slice(1)}`)];
  const isEither = /^\d+[.,](?!000)\d{3}$/.test(digits);
  if (digits.startsWith('0')) return [decimal];
  return isEither ? [whole, decimal] : [whole];
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

const yearAfter =
  /(?:^|[^\p{L}])(?:in|since|from|by|until|till|of|to|and|through|during|before|after|early|mid|late|year|for|с|в|во|к|до|от|по|у|з|на|да|гг?\.?)[\s-]$/iu;

/** Four digits from 1500 to 2099, unless something is counted by them. */
function isYear({ readings, isPercent, start, end }: NumberFact, text: string): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(text.slice(start, end)) || isPercent || readings.length > 1) return false;
  const rest = text.slice(end, end + 30);
  if (/^(?:s\b|-х|\s?(?:год|гг?\.|[-–—/]\s?\d{2,4}(?!\d)))/u.test(rest)) return true;
  if (/^\s(?:of\s)?\p{Ll}+s\b/u.test(rest) && !/^\s(?:was|is|has|as|its|this|thus|does)\b/.test(rest)) return false;
  if (/^\s[а-яёіў]/iu.test(rest) && !yearAfter.test(text.slice(0, start))) return false;
  return true;
}

/** `2016–18` are two years. */
function yearsOf({ start, end }: NumberFact, text: string): readonly YearFact[] {
  const year = Number(text.slice(start, end));
  const short = /^[-–—/](\d\d)(?!\d)/.exec(text.slice(end))?.[1];
  const second =
    short === undefined ? [] : [{ year: Math.floor(year / 100) * 100 + Number(short), start, end: end + 3 }];
  return [{ year, start, end }, ...second];
}

/** In "112–114 thousand" and "5 to 7 per cent" the first number has the second's scale and unit. */
function shared(facts: readonly NumberFact[], text: string): readonly NumberFact[] {
  const sorted = [...facts].sort((a, b) => a.start - b.start);
  return sorted
    .filter(
      ({ start }) =>
        !/\d{4}[-–—/]$/.test(text.slice(Math.max(0, start - 5), start)) || !/^\d\d(?!\d)/.test(text.slice(start)),
    )
    .map((fact, index) => {
      const next = sorted[index + 1];
      if (next === undefined || !joining.test(text.slice(fact.end, next.start))) return fact;
      const [one = 0] = fact.readings;
      const [other = 0] = next.readings;
      const scale = [1e3, 1e6, 1e9].find((factor) => one < 1000 && other >= factor && other < factor * 1000);
      const readings = scale === undefined ? fact.readings : [...fact.readings, round(one * scale)];
      return { ...fact, readings, isPercent: fact.isPercent || next.isPercent };
    });
}
