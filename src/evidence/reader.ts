import type { ReadingLanguage } from '../model/language.js';
import { FormTable } from './forms.js';
import type { Rounding } from './same-number.js';

/** A part of a number in words. */
export type NumberPart = { readonly adds: number; readonly isOrdinal?: boolean } | { readonly times: number };

/** A country that a word names or is formed from, by its ISO 3166 code. */
export interface Country {
  readonly code: string;
  readonly isAdjective: boolean;
}

/** A word's place in a pair of opposites. */
export interface Opposite {
  readonly pair: number;
  readonly side: 0 | 1;
}

/** A language, its lists ready to be met in a text. Made once a language. */
export class LanguageReader {
  readonly language: ReadingLanguage;
  readonly parts: FormTable<NumberPart>;
  readonly shortScales: FormTable<number>;
  readonly scales: FormTable<number>;
  readonly fractions: FormTable<number>;
  readonly units: FormTable<string>;
  readonly months: FormTable<number>;
  readonly seasons: FormTable<number>;
  readonly weekdays: FormTable<number>;
  readonly countries: FormTable<Country>;
  readonly aliases: FormTable<string>;
  readonly opposites: FormTable<Opposite>;
  readonly amounts: FormTable<number>;
  readonly rounding: FormTable<Rounding>;
  readonly ordinalEnd: RegExp | undefined;
  readonly decadeEnd: RegExp | undefined;
  readonly #lists = new Map<string, FormTable<true>>();

  constructor(language: ReadingLanguage) {
    const { numbers, dates, units, meaning, names, countries, rounding } = language;
    this.language = language;
    this.parts = new FormTable<NumberPart>([
      ...byValue(numbers.cardinals, (adds): NumberPart => ({ adds })),
      ...byValue(numbers.ordinals, (adds): NumberPart => ({ adds, isOrdinal: true })),
      ...byValue(numbers.scales, (times): NumberPart => ({ times })),
    ]);
    this.scales = new FormTable(byValue(numbers.scales, (factor) => factor));
    this.shortScales = new FormTable([
      ...byValue(numbers.shortScales, (factor) => factor),
      ...byValue(commonScales, (factor) => factor),
    ]);
    this.fractions = new FormTable(byValue(numbers.fractions, (denominator) => denominator));
    this.units = new FormTable([
      ...Object.entries(units).map(([name, forms]) => [forms, name] as const),
      [numbers.percent, 'percent'],
      [numbers.percentPoints, 'percentage point'],
      [numbers.perMille, 'per mille'],
      [dates.eras[0], 'BC'],
      [dates.eras[1], 'AD'],
    ]);
    this.months = new FormTable(dates.months.map((forms, index) => [forms, index + 1]));
    this.seasons = new FormTable(dates.seasons.map((forms, index) => [forms, index]));
    this.weekdays = new FormTable(dates.weekdays.map((forms, index) => [forms, index]));
    this.countries = new FormTable<Country>(
      Object.entries(countries).flatMap(([code, forms]) => {
        const [name = '', adjective = ''] = forms.split('|');
        return [
          [name, { code, isAdjective: false }],
          [adjective, { code, isAdjective: true }],
        ] as const;
      }),
    );
    this.aliases = new FormTable(names.aliases.map((forms) => [forms, forms] as const));
    this.opposites = new FormTable<Opposite>(
      meaning.opposites.flatMap(([one, other], pair) => [
        [one, { pair, side: 0 }] as const,
        [other, { pair, side: 1 }] as const,
      ]),
    );
    this.amounts = new FormTable(meaning.amounts.map((forms, index) => [forms, index]));
    this.rounding = new FormTable<Rounding>([
      [rounding.over, 'over'],
      [rounding.under, 'under'],
      [rounding.about, 'about'],
      ['~ ≈', 'about'],
    ]);
    this.ordinalEnd = expression(numbers.ordinalEnd);
    this.decadeEnd = expression(numbers.decadeEnd);
  }

  /** An abbreviation of a month's name: a month only beside a day or a year. */
  isShortMonth(word: string): boolean {
    const lower = word.toLowerCase();
    return this.language.dates.months.some((forms) => {
      const all = forms.toLowerCase().split(/\s+/);
      return all.includes(lower) && all.some((form) => form.startsWith(lower) && form.length - lower.length >= 3);
    });
  }

  /** A list of forms that say no more than that they are there. */
  list(name: string, forms: string): FormTable<true> {
    const known = this.#lists.get(name) ?? new FormTable<true>([[forms, true]]);
    this.#lists.set(name, known);
    return known;
  }

  get speech(): FormTable<true> {
    return this.list('speech', this.language.names.speech);
  }
  get verbs(): FormTable<true> {
    return this.list('verbs', this.language.names.verbs);
  }
  get titles(): FormTable<true> {
    return this.list('titles', this.language.names.titles);
  }
  get particles(): FormTable<true> {
    return this.list('particles', this.language.names.particles);
  }
  get determiners(): FormTable<true> {
    return this.list('determiners', this.language.names.determiners);
  }
  get starters(): FormTable<true> {
    return this.list('starters', this.language.names.starters);
  }
  get joins(): FormTable<true> {
    return this.list('joins', this.language.names.joins);
  }
  get accordingTo(): FormTable<true> {
    return this.list('accordingTo', this.language.names.accordingTo);
  }
  get negators(): FormTable<true> {
    return this.list('negators', this.language.meaning.negators);
  }
  get denials(): FormTable<true> {
    return this.list('denials', this.language.meaning.denials);
  }
  get than(): FormTable<true> {
    return this.list('than', this.language.meaning.than);
  }
  get by(): FormTable<true> {
    return this.list('by', this.language.meaning.by);
  }
  get labels(): FormTable<true> {
    return this.list('parts', this.language.labels.parts);
  }
  get articles(): FormTable<true> {
    return this.list('articles', this.language.labels.articles);
  }
  get subparts(): FormTable<true> {
    return this.list('subparts', this.language.labels.subparts);
  }
  get roundingAfter(): FormTable<true> {
    return this.list('roundingAfter', this.language.rounding.after);
  }
}

/** Abbreviations that are read in every language. */
const commonScales = { 1e6: 'mln млн', 1e9: 'млрд mlrd', 1e12: 'трлн' };

const readers = new Map<string, LanguageReader>();

/** The reader of a language. */
export function readerOf(language: ReadingLanguage): LanguageReader {
  const known = readers.get(language.tag) ?? new LanguageReader(language);
  readers.set(language.tag, known);
  return known;
}

function byValue<T>(table: Readonly<Record<number, string>>, make: (value: number) => T): (readonly [string, T])[] {
  return Object.entries(table).map(([value, forms]) => [forms, make(Number(value))] as const);
}

function expression(source: string): RegExp | undefined {
  return source === '' ? undefined : new RegExp(`^(?:${source})(?!\\p{L})`, 'iu');
}
