import type { PreparedParagraph } from './prepared-source.js';
import { isSentenceStart } from './sentences.js';
import { stemOf } from './stem.js';
import { type Word, wordsOf } from './words.js';

/** Somebody or something the deck calls by several names: an actor with its `aka`, an abbreviation with its expansion. */
export interface KnownName {
  readonly name: string;
  readonly forms: readonly string[];
}

/** A name of a claim's text: any of its forms bears it out. */
export interface NameFact {
  readonly text: string;
  readonly forms: readonly Form[];
  readonly start: number;
  readonly end: number;
}

/** The words of a name; abbreviations are compared letter by letter, so that "US" is not "us". */
type Form = readonly { readonly stem: string; readonly exact?: string }[];

/** The deck's names, ready to be recognised. */
export class NameIndex {
  readonly #byStem = new Map<
    string,
    { readonly form: Form; readonly forms: readonly Form[]; readonly isCommon: boolean }[]
  >();

  constructor(known: readonly KnownName[]) {
    for (const { name, forms } of known) {
      const all = [...new Set([name, ...forms])].map((form) => ({
        form: formOf(form),
        isCommon: form === form.toLowerCase(),
      }));
      for (const { form, isCommon } of all) {
        const first = form[0]?.stem;
        if (first === undefined) continue;
        const entries = this.#byStem.get(first) ?? [];
        entries.push({ form, forms: all.map(({ form }) => form), isCommon });
        this.#byStem.set(
          first,
          entries.sort((a, b) => b.form.length - a.form.length),
        );
      }
    }
  }

  /** The longest known name that begins at a word. */
  at(words: readonly Word[], index: number): { readonly length: number; readonly forms: readonly Form[] } | undefined {
    const word = words[index];
    if (word === undefined) return undefined;
    const entry = this.#byStem
      .get(stemOf(word.text))
      ?.find(({ form, isCommon }) => (isCommon || isCapitalised(word.text)) && standsAt(form, words, index));
    return entry === undefined ? undefined : { length: entry.form.length, forms: entry.forms };
  }
}

/**
 * The names of a normalised text: the deck's own, and words capitalised inside a sentence. `isSourceName` tells whether a word at
 * a sentence's start is a name by the source's usage. In a title in capitals only the deck's names are certain.
 */
export function namesOf(text: string, known: NameIndex, isSourceName: (stem: string) => boolean): readonly NameFact[] {
  const words = wordsOf(text);
  const isTitle = isTitleCase(words, text);
  const names: NameFact[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const found = known.at(words, index);
    if (found !== undefined) {
      const last = words[index + found.length - 1] ?? word;
      names.push({ text: text.slice(word.start, last.end), forms: found.forms, start: word.start, end: last.end });
      index += found.length - 1;
    } else if (!isUnit(word.text, words[index - 1]?.text) && isName(word, text, isTitle, isSourceName)) {
      names.push({ text: word.text, forms: [formOf(word.text)], start: word.start, end: word.end });
    }
  }
  return names;
}

function isName(
  { text: word, start }: Word,
  text: string,
  isTitle: boolean,
  isSourceName: (stem: string) => boolean,
): boolean {
  if (!isCapitalised(word) || word.length < 2 || /^I['’]/.test(word)) return false;
  if (isAbbreviation(word)) return text !== text.toUpperCase();
  return isTitle || isSentenceStart(text, start) ? isSourceName(stemOf(word)) : true;
}

/** A symbol of a unit, which a source may write out: one that is nothing else, or one behind its number (SI brochure, 9th edition). */
function isUnit(word: string, before = ''): boolean {
  return /^[MGT]?(?:Hz|Wh|Pa|eV)$/.test(word) || (/\d$/.test(before) && /^[MGT]?(?:[ABJNVW]|VA)$/.test(word));
}

/** Where a name stands in a paragraph, as a range of its words. */
export function findName(
  { forms }: NameFact,
  { words, stems }: PreparedParagraph,
): { start: number; end: number } | undefined {
  for (const form of forms) {
    const first = form[0];
    if (first === undefined) continue;
    for (let index = stems.indexOf(first.stem); index !== -1; index = stems.indexOf(first.stem, index + 1)) {
      if (!standsAt(form, words, index)) continue;
      return { start: words[index]?.start ?? 0, end: words[index + form.length - 1]?.end ?? 0 };
    }
  }
  return undefined;
}

function formOf(name: string): Form {
  return wordsOf(name).map(({ text }) => ({
    stem: stemOf(text),
    ...(isAbbreviation(text) ? { exact: bare(text) } : {}),
  }));
}

function standsAt(form: Form, words: readonly Word[], index: number): boolean {
  return form.every(({ stem, exact }, offset) => {
    const word = words[index + offset]?.text;
    return word !== undefined && stemOf(word) === stem && (exact === undefined || bare(word) === exact);
  });
}

function bare(word: string): string {
  return word.replace(/['’ʼ]s?$/u, '');
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(bare(word));
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Most longer words after the first have a capital: it tells nothing then. */
function isTitleCase(words: readonly Word[], text: string): boolean {
  if (text.includes('\n')) return false;
  const longer = words.slice(1).filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text));
  return longer.length >= 3 && longer.filter(({ text }) => isCapitalised(text)).length / longer.length > 0.75;
}
