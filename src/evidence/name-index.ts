import type { ReadingLanguage } from '../model/language.js';
import { nameKeys } from './name-keys.js';
import { bare, isAbbreviation, isCapitalised } from './name-words.js';
import type { LanguageReader } from './reader.js';
import { type Word, wordsOf } from './words.js';

/** Somebody or something the deck calls by several names: an actor with its `aka`, an abbreviation with its expansion. */
export interface KnownName {
  readonly name: string;
  readonly forms: readonly string[];
}

/** The words of a name; abbreviations are compared letter by letter. */
export type NameForm = readonly {
  readonly keys: readonly string[];
  readonly exact?: string;
  /** Written without a capital: `carbon dioxide`. */
  readonly isLower?: boolean;
}[];

/** A name by everything it is called, and the countries among that, by their codes. */
export interface NameForms {
  readonly forms: readonly NameForm[];
  readonly codes: readonly string[];
  /** A word without a capital is another: `turkey`. */
  readonly needsCapital?: boolean;
}

interface Entry extends NameForms {
  readonly form: NameForm;
  readonly isCommon: boolean;
}

/** Names that are known beforehand, ready to be recognised. */
export class NameIndex {
  readonly #byKey = new Map<string, Entry[]>();
  readonly #languages: readonly ReadingLanguage[];

  constructor(known: readonly KnownName[], readers: readonly LanguageReader[]) {
    this.#languages = readers.map(({ language }) => language);
    for (const { name, forms } of known) {
      const all = [...new Set([name, ...forms])].filter((form) => wordsOf(form).length > 0);
      const made = all.map((form) => ({ form: this.formOf(form), isCommon: form === form.toLowerCase() }));
      const codes = [...new Set(all.flatMap((form) => codesOf(form, readers)))];
      for (const one of made) this.#add({ ...one, forms: made.map(({ form }) => form), codes });
    }
    for (const entries of this.#byKey.values()) entries.sort((a, b) => b.form.length - a.form.length);
  }

  /** The longest known name that begins at a word. */
  at(words: readonly Word[], index: number): (NameForms & { readonly length: number }) | undefined {
    const word = words[index];
    if (word === undefined) return undefined;
    for (const key of nameKeys(word.text, this.#languages))
      for (const { form, forms, codes, isCommon } of this.#byKey.get(key) ?? [])
        if ((isCommon || isCapitalised(word.text)) && this.standsAt(form, words, index))
          return { length: form.length, forms, codes };
    return undefined;
  }

  formOf(name: string): NameForm {
    return nameWordsOf(name).map(({ text }) => ({
      keys: nameKeys(text, this.#languages),
      ...(isAbbreviation(text) ? { exact: bare(text) } : {}),
      ...(isCapitalised(text) ? {} : { isLower: true }),
    }));
  }

  standsAt(form: NameForm, words: readonly Word[], index: number): boolean {
    return form.every(({ keys, exact }, offset) => {
      const word = words[index + offset]?.text;
      if (word === undefined) return false;
      if (exact !== undefined) return bare(word) === exact;
      return nameKeys(word, this.#languages).some((key) => keys.includes(key));
    });
  }

  #add(entry: Entry): void {
    for (const key of entry.form[0]?.keys ?? []) {
      const entries = this.#byKey.get(key) ?? [];
      entries.push(entry);
      this.#byKey.set(key, entries);
    }
  }
}

/** Words, initials with stops taken together: "U.S." is US. */
export function nameWordsOf(text: string, words: readonly Word[] = wordsOf(text)): readonly Word[] {
  if (!/\p{Lu}\.\s?\p{Lu}\./u.test(text)) return words;
  const joined: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    let last = index;
    while (isInitial(words[last], text) && isInitial(words[last + 1], text) && gapOf(words, last, text) <= 2) last++;
    const [from, to] = [words[index], words[last]];
    if (from === undefined || to === undefined) break;
    const letters = words.slice(index, last + 1).map((word) => word.text);
    joined.push(last === index ? from : { text: letters.join(''), start: from.start, end: to.end });
    index = last;
  }
  return joined;
}

function isInitial(word: Word | undefined, text: string): boolean {
  return word !== undefined && /^\p{Lu}$/u.test(word.text) && text.charAt(word.end) === '.';
}

function gapOf(words: readonly Word[], index: number, text: string): number {
  const [one, other] = [words[index], words[index + 1]];
  if (one === undefined || other === undefined) return 9;
  return /^\.\s?$/.test(text.slice(one.end, other.start)) ? other.start - one.end : 9;
}

function codesOf(form: string, readers: readonly LanguageReader[]): readonly string[] {
  const words = wordsOf(form);
  return readers.flatMap(({ countries }) => {
    const found = countries.at(words, 0);
    return found !== undefined && found.length === words.length ? [found.value.code] : [];
  });
}
