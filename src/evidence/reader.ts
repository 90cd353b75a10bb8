import type { Forms, ReadingLanguage } from '../model/language.js';
import { FormTable, Lexicon } from './forms.js';
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

/** The lists that say what the words of a sentence do there. */
type SentenceLists = Pick<
  LanguageReader,
  'negators' | 'starters' | 'determiners' | 'particles' | 'verbs' | 'denials' | 'opposites'
>;

/** A language, its lists ready to be met in a text. Made once a language, each list when it is first asked for. */
export class LanguageReader {
  readonly language: ReadingLanguage;
  readonly ordinalEnd: RegExp | undefined;
  readonly decadeEnd: RegExp | undefined;
  readonly #lexicon = new Lexicon();
  readonly #lists = new Map<string, FormTable<true>>();
  #parts: FormTable<NumberPart> | undefined;
  #scales: FormTable<number> | undefined;
  #shortScales: FormTable<number> | undefined;
  #fractions: FormTable<number> | undefined;
  #multiples: FormTable<number> | undefined;
  #units: FormTable<string> | undefined;
  #spans: FormTable<{ readonly count: number; readonly unit: string }> | undefined;
  #months: FormTable<number> | undefined;
  #seasons: FormTable<number> | undefined;
  #weekdays: FormTable<number> | undefined;
  #countries: FormTable<Country> | undefined;
  #aliases: FormTable<string> | undefined;
  #opposites: FormTable<Opposite> | undefined;
  #amounts: FormTable<number> | undefined;
  #rounding: FormTable<Rounding> | undefined;
  #capitals: FormTable<string> | undefined;
  #sentenceLists: SentenceLists | undefined;

  constructor(language: ReadingLanguage) {
    this.language = language;
    this.ordinalEnd = expression(language.numbers.ordinalEnd);
    this.decadeEnd = expression(language.numbers.decadeEnd);
  }

  get parts(): FormTable<NumberPart> {
    const { cardinals, ordinals, scales } = this.language.numbers;
    this.#parts ??= this.#table<NumberPart>([
      ...byValue(cardinals, (adds): NumberPart => ({ adds })),
      ...byValue(ordinals, (adds): NumberPart => ({ adds, isOrdinal: true })),
      ...byValue(scales, (times): NumberPart => ({ times })),
    ]);
    return this.#parts;
  }
  get scales(): FormTable<number> {
    this.#scales ??= this.#table(byValue(this.language.numbers.scales, (factor) => factor));
    return this.#scales;
  }
  get shortScales(): FormTable<number> {
    this.#shortScales ??= this.#table([
      ...byValue(this.language.numbers.shortScales, (factor) => factor),
      ...byValue(commonScales, (factor) => factor),
    ]);
    return this.#shortScales;
  }
  get fractions(): FormTable<number> {
    this.#fractions ??= this.#table(byValue(this.language.numbers.fractions, (denominator) => denominator));
    return this.#fractions;
  }
  get multiples(): FormTable<number> {
    this.#multiples ??= this.#table(byValue(this.language.numbers.multiples, (times) => times));
    return this.#multiples;
  }
  get units(): FormTable<string> {
    const { numbers, dates, units } = this.language;
    this.#units ??= this.#table([
      ...Object.entries(units).map(([name, forms]) => [forms, name] as const),
      [numbers.percent, 'percent'],
      [numbers.percentPoints, 'percentage point'],
      [numbers.perMille, 'per mille'],
      [dates.eras[0], 'BC'],
      [dates.eras[1], 'AD'],
    ]);
    return this.#units;
  }
  get spans(): FormTable<{ readonly count: number; readonly unit: string }> {
    this.#spans ??= this.#table(
      Object.entries(this.language.dates.spans).map(([name, forms]) => {
        const [count = '', unit = ''] = name.split(' ');
        return [forms, { count: Number(count), unit }] as const;
      }),
    );
    return this.#spans;
  }
  get months(): FormTable<number> {
    this.#months ??= this.#table(this.language.dates.months.map((forms, index) => [forms, index + 1]));
    return this.#months;
  }
  get seasons(): FormTable<number> {
    this.#seasons ??= this.#table(this.language.dates.seasons.map((forms, index) => [forms, index]));
    return this.#seasons;
  }
  get weekdays(): FormTable<number> {
    this.#weekdays ??= this.#table(this.language.dates.weekdays.map((forms, index) => [forms, index]));
    return this.#weekdays;
  }
  get countries(): FormTable<Country> {
    this.#countries ??= this.#table<Country>(
      Object.entries(this.language.countries).flatMap(([code, forms]) => {
        const [name = '', adjective = ''] = forms.split('|');
        return [
          [name, { code, isAdjective: false }],
          [adjective, { code, isAdjective: true }],
        ] as const;
      }),
    );
    return this.#countries;
  }
  get capitals(): FormTable<string> {
    this.#capitals ??= this.#table(
      Object.entries(this.language.capitals).map(([code, forms]) => [forms, code] as const),
    );
    return this.#capitals;
  }
  get aliases(): FormTable<string> {
    this.#aliases ??= this.#table(this.language.names.aliases.map((forms) => [forms, forms] as const));
    return this.#aliases;
  }
  get opposites(): FormTable<Opposite> {
    this.#opposites ??= this.#table<Opposite>(
      this.language.meaning.opposites.flatMap(([one, other], pair) => [
        [one, { pair, side: 0 }] as const,
        [other, { pair, side: 1 }] as const,
      ]),
    );
    return this.#opposites;
  }
  get amounts(): FormTable<number> {
    this.#amounts ??= this.#table(this.language.meaning.amounts.map((forms, index) => [forms, index]));
    return this.#amounts;
  }
  get rounding(): FormTable<Rounding> {
    const { over, under, about } = this.language.rounding;
    this.#rounding ??= this.#table<Rounding>([
      [over, 'over'],
      [under, 'under'],
      [about, 'about'],
      ['~ ≈', 'about'],
    ]);
    return this.#rounding;
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
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    const made = this.#table<true>([[forms, true]]);
    this.#lists.set(name, made);
    return made;
  }

  /** The lists that say what a word does in its sentence: negators, verbs, opposites and their like. */
  get sentenceLists(): SentenceLists {
    if (this.#sentenceLists === undefined) {
      const { negators, starters, determiners, particles, verbs, denials, opposites } = this;
      this.#sentenceLists = { negators, starters, determiners, particles, verbs, denials, opposites };
    }
    return this.#sentenceLists;
  }

  /** Whether a form of a list may begin at a word, those of sentences among them; most words begin none. */
  isListed(word: string): boolean {
    return this.sentenceLists !== undefined && this.#lexicon.from(word).length > 0;
  }

  #table<T>(lists: Iterable<readonly [Forms, T]>): FormTable<T> {
    return new FormTable(lists, this.#lexicon);
  }

  get doubtfulDates(): FormTable<true> {
    return this.list('doubtful', this.language.dates.doubtful.forms);
  }
  get datedPhrases(): FormTable<true> {
    return this.list('dated', this.language.dates.doubtful.dated);
  }
  get centuries(): FormTable<true> {
    return this.list('centuries', this.language.dates.century);
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
