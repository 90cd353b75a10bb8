import { byLanguage, ownLang } from '../words.js';
import { belarusian } from './belarusian.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { lithuanian } from './lithuanian.js';
import { polish } from './polish.js';
import { russian } from './russian.js';
import { ukrainian } from './ukrainian.js';

export interface WindowWords {
  readonly deck: Readonly<Record<keyof typeof english.deck, string>>;
  readonly speaker: Readonly<Record<keyof typeof english.speaker, string>>;
}

/** The words as a document carries them to its script: those of one language only, the speaker's in files with notes. */
export interface CarriedWords {
  /** The words' own language, which need not be the deck's. */
  readonly lang: string;
  readonly deck: WindowWords['deck'];
  readonly speaker?: WindowWords['speaker'];
}

/** Every table, by language. */
export const windowWordsByLanguage: Readonly<Record<string, WindowWords>> = {
  en: english,
  be: belarusian,
  ru: russian,
  uk: ukrainian,
  pl: polish,
  lt: lithuanian,
  de: german,
  fr: french,
};

/** What a document carries. */
export function carriedWords(lang: string, hasSpeakerView: boolean): CarriedWords {
  const { deck, speaker } = byLanguage(windowWordsByLanguage, lang) ?? english;
  return { lang: ownLang(lang).lang ?? lang, deck, ...(hasSpeakerView && { speaker }) };
}
