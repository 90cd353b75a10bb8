import { belarusian } from './belarusian.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { lithuanian } from './lithuanian.js';
import { polish } from './polish.js';
import { russian } from './russian.js';
import { ukrainian } from './ukrainian.js';

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
  return tableOf(lang) ?? english;
}

/** The language of the words where it is not the deck's, as attributes of an element that holds nothing else: a reader aloud needs it. */
export function ownLang(lang: string): { readonly lang?: string } {
  return tableOf(lang) === undefined ? { lang: 'en' } : {};
}

/** The same as HTML, to stand behind a tag's name. */
export function ownLangHtml(lang: string): string {
  return tableOf(lang) === undefined ? ' lang="en"' : '';
}

/** Puts what comes in into a phrase. */
export function filled(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** "5 min", its number and unit on one line. */
export function minutesIn(lang: string, minutes: number): string {
  return filled(wordsIn(lang).minutes, { n: minutes }).replace(' ', '\u00A0');
}

function tableOf(lang: string): Words | undefined {
  const language = (lang.split('-')[0] ?? lang).toLowerCase();
  return Object.hasOwn(wordsByLanguage, language) ? wordsByLanguage[language] : undefined;
}
