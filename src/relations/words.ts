import { languageWords, wordsIn } from '../language/words/words.js';
import type { Wording } from '../model.js';

/** The author's words in a language: those for its tag (`be-tarask`), for the language alone (`be`), or those without one. */
export function inLang(wording: Wording, lang: string): string {
  return lookUp(wording.byLang, lang) ?? wording.text;
}

/** The name of the built-in kind, in every language it is known in. */
export const notInSource: Wording = {
  text: wordsIn('en').notInSource,
  byLang: Object.fromEntries(Object.entries(languageWords).map(([lang, { written }]) => [lang, written.notInSource])),
};

function lookUp<T>(byLang: Readonly<Record<string, T>>, lang: string): T | undefined {
  const found = [lang, lang.split('-')[0] ?? lang].find((tag) => Object.hasOwn(byLang, tag));
  return found === undefined ? undefined : byLang[found];
}
