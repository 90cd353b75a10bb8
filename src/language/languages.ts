import type { ReadingLanguage } from '../model/language.js';
import { belarusian } from './belarusian.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { lithuanian } from './lithuanian.js';
import { polish } from './polish.js';
import { russian } from './russian.js';
import { ukrainian } from './ukrainian.js';

/** The languages that are read. */
export const readingLanguages: readonly ReadingLanguage[] = [
  english,
  german,
  polish,
  russian,
  ukrainian,
  french,
  belarusian,
  lithuanian,
];

const byTag = new Map(readingLanguages.map((language) => [language.tag, language]));

/** What reading a language takes, by its tag: `de-AT` is read as `de`. */
export function readingLanguage(tag: string): ReadingLanguage | undefined {
  return byTag.get(tag.toLowerCase().split(/[-_]/)[0] ?? '');
}
