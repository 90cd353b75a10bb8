import { belarusian } from './belarusian.js';
import { english } from './english.js';
import { filled } from './filled.js';
import { french } from './french.js';
import { german } from './german.js';
import { lithuanian } from './lithuanian.js';
import { polish } from './polish.js';
import { russian } from './russian.js';
import { ukrainian } from './ukrainian.js';

export { filled } from './filled.js';

export type Words = Readonly<Record<keyof typeof english, string>>;

/** Every table, by language. */
export const wordsByLanguage: Readonly<Record<string, Words>> = {
  en: english,
  be: belarusian,
  ru: russian,
  uk: ukrainian,
  pl: polish,
  lt: lithuanian,
  de: german,
  fr: french,
};

/** The words for a language tag; English where its language has no table. */
export function wordsIn(lang: string): Words {
  return byLanguage(wordsByLanguage, lang) ?? english;
}

/** The language of the words where it is not the deck's, as attributes of an element that holds nothing else: a reader aloud needs it. */
export function ownLang(lang: string): { readonly lang?: string } {
  return byLanguage(wordsByLanguage, lang) === undefined ? { lang: 'en' } : {};
}

/** The same as HTML, to stand behind a tag's name. */
export function ownLangHtml(lang: string): string {
  return byLanguage(wordsByLanguage, lang) === undefined ? ' lang="en"' : '';
}

/** "5 min", its number and unit on one line. */
export function minutesIn(lang: string, minutes: number): string {
  return filled(wordsIn(lang).minutes, { n: minutes }).replace(' ', '\u00A0');
}

/** What stands under the language of a tag such as `be-tarask`. */
export function byLanguage<T>(tables: Readonly<Record<string, T>>, lang: string): T | undefined {
  const language = (lang.split('-')[0] ?? lang).toLowerCase();
  return Object.hasOwn(tables, language) ? tables[language] : undefined;
}
