import { belarusian, belarusianMap, belarusianQuotes, belarusianWindow } from './belarusian.js';
import { english, englishMap, englishQuotes, englishWindow } from './english.js';
import { filled } from './filled.js';
import { french, frenchMap, frenchQuotes, frenchWindow } from './french.js';
import { german, germanMap, germanQuotes, germanWindow } from './german.js';
import { lithuanian, lithuanianMap, lithuanianQuotes, lithuanianWindow } from './lithuanian.js';
import { polish, polishMap, polishQuotes, polishWindow } from './polish.js';
import { russian, russianMap, russianQuotes, russianWindow } from './russian.js';
import { ukrainian, ukrainianMap, ukrainianQuotes, ukrainianWindow } from './ukrainian.js';

export { filled } from './filled.js';

export type Words = Readonly<Record<keyof typeof english, string>>;

export interface WindowWords {
  readonly deck: Readonly<Record<keyof typeof englishWindow.deck, string>>;
  readonly speaker: Readonly<Record<keyof typeof englishWindow.speaker, string>>;
}

/** The words as a document carries them to its script: those of one language only, the speaker's in files with notes. */
export interface CarriedWords {
  /** The words' own language, which need not be the deck's. */
  readonly lang: string;
  readonly deck: WindowWords['deck'];
  readonly speaker?: WindowWords['speaker'];
}

/** What a map says in words. Names of countries and places are given in the nominative: the patterns ask for no other case. */
export interface MapWords {
  readonly showing: (countries: string) => string;
  readonly focus: (countries: string) => string;
  /** Countries the author coloured and said nothing of; groups of one colour each. */
  readonly highlighted: (groups: string) => string;
  /** What a colour means, as the author's legend has it, and the countries that have it. */
  readonly group: (meaning: string, countries: string) => string;
  readonly places: (places: string) => string;
  readonly borders: (borders: string) => string;
  /** Lines and arrows, each with its ends. */
  readonly routes: (routes: string) => string;
  readonly capital: string;
  readonly inside: (country: string) => string;
  readonly onBorder: (countries: string) => string;
  readonly atSea: string;
  readonly km: string;
  readonly data: (millions: number) => string;
  readonly crimea: Readonly<Record<'default' | 'plain' | 'natural-earth', string>>;
  readonly noScale: string;
}

/** Before and behind what is quoted. */
export type QuotationMarks = readonly [before: string, behind: string];

/** All that is said in a language: on slides and papers, by scripts in a deck's windows, in the alternatives of maps; and its marks. */
export interface LanguageWords {
  readonly written: Words;
  readonly window: WindowWords;
  readonly map: MapWords;
  readonly quotes: QuotationMarks;
}

/** Every language that has words, by its tag. */
export const languageWords: Readonly<Record<string, LanguageWords>> = {
  en: { written: english, window: englishWindow, map: englishMap, quotes: englishQuotes },
  be: { written: belarusian, window: belarusianWindow, map: belarusianMap, quotes: belarusianQuotes },
  ru: { written: russian, window: russianWindow, map: russianMap, quotes: russianQuotes },
  uk: { written: ukrainian, window: ukrainianWindow, map: ukrainianMap, quotes: ukrainianQuotes },
  pl: { written: polish, window: polishWindow, map: polishMap, quotes: polishQuotes },
  lt: { written: lithuanian, window: lithuanianWindow, map: lithuanianMap, quotes: lithuanianQuotes },
  de: { written: german, window: germanWindow, map: germanMap, quotes: germanQuotes },
  fr: { written: french, window: frenchWindow, map: frenchMap, quotes: frenchQuotes },
};

/** The words for a language tag; English where its language has no table. */
export function wordsIn(lang: string): Words {
  return byLanguage(languageWords, lang)?.written ?? english;
}

/** What scripts say in a deck's windows; English where the language has no words. */
function windowWordsIn(lang: string): WindowWords {
  return byLanguage(languageWords, lang)?.window ?? englishWindow;
}

/** What a map says; English where the language has no words. */
export function mapWords(lang: string): MapWords {
  return byLanguage(languageWords, lang)?.map ?? englishMap;
}

/** How a language quotes; as English does where it has no words here. */
export function quotesIn(lang: string): QuotationMarks {
  return byLanguage(languageWords, lang)?.quotes ?? englishQuotes;
}

/** The language of the words where it is not the deck's, as attributes of an element that holds nothing else: a reader aloud needs it. */
export function ownLang(lang: string): { readonly lang?: string } {
  return byLanguage(languageWords, lang) === undefined ? { lang: 'en' } : {};
}

/** The same as HTML, to stand behind a tag's name. */
export function ownLangHtml(lang: string): string {
  return byLanguage(languageWords, lang) === undefined ? ' lang="en"' : '';
}

/** "5 min", its number and unit on one line. */
export function minutesIn(lang: string, minutes: number): string {
  return filled(wordsIn(lang).minutes, { n: minutes }).replace(' ', '\u00A0');
}

/** What stands under the language of a tag such as `be-tarask`. */
function byLanguage<T>(tables: Readonly<Record<string, T>>, lang: string): T | undefined {
  const language = (lang.split('-')[0] ?? lang).toLowerCase();
  return Object.hasOwn(tables, language) ? tables[language] : undefined;
}

/** What a document carries. */
export function carriedWords(lang: string, hasSpeakerView: boolean): CarriedWords {
  const { deck, speaker } = windowWordsIn(lang);
  return { lang: ownLang(lang).lang ?? lang, deck, ...(hasSpeakerView && { speaker }) };
}
