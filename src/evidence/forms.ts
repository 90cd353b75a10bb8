import type { Forms } from '../model/language.js';
import type { Word } from './words.js';

interface Form<T = unknown> {
  readonly words: readonly FormWord[];
  readonly value: T;
  /** The list it belongs to. */
  readonly table: object;
}

interface FormWord {
  readonly text: string;
  readonly isOpen: boolean;
  readonly isCapital: boolean;
}

/** How many letters a `*` stands for at most. */
const openLetters = 6;

/** All lists of a language: one look-up tells which forms of any of them may begin at a word, and most words begin none. */
export class Lexicon {
  readonly #exact = new Map<string, Form[]>();
  readonly #open = new Map<string, Form[]>();
  readonly #candidates = new Map<string, readonly Form[]>();

  /** Adds a list; every table is made when it is first asked for. */
  add(table: object, lists: Iterable<readonly [Forms, unknown]>): void {
    this.#candidates.clear();
    for (const [forms, value] of lists)
      for (const form of forms.split(/\s+/)) if (form !== '') this.#addForm(form, value, table);
  }

  /** The forms that may begin at a word as it is written, the longest first. */
  from(word: string): readonly Form[] {
    const known = this.#candidates.get(word);
    if (known !== undefined) return known;
    const made = this.#make(lowerOf(word));
    this.#candidates.set(word, made);
    return made;
  }

  #addForm(form: string, value: unknown, table: object): void {
    const words = form.includes('_') ? form.split('_').flatMap(formWords) : formWords(form);
    const [first] = words;
    if (first === undefined) return;
    const [lists, key] = first.isOpen ? [this.#open, first.text.slice(0, 2)] : [this.#exact, first.text];
    const list = lists.get(key);
    const made = { words, value, table };
    if (list === undefined) lists.set(key, [made]);
    else list.push(made);
  }

  #make(word: string): readonly Form[] {
    const all = [...this.#own(word)];
    const bare = bareOf(word);
    if (bare !== word) all.push(...this.#make(bare));
    if (all.length === 0) return none;
    return all.length === 1 ? all : all.sort((a, b) => b.words.length - a.words.length || lettersOf(b) - lettersOf(a));
  }

  #own(word: string): readonly Form[] {
    const exact = this.#exact.get(word) ?? none;
    const one = this.#open.get(word.slice(0, 1)) ?? none;
    const two = (word.length > 1 ? this.#open.get(word.slice(0, 2)) : undefined) ?? none;
    if (one === none && two === none) return exact;
    const isOpen = ({ words: [first] }: Form): boolean => first !== undefined && isOpenForm(word, first.text);
    return [...exact, ...one.filter(isOpen), ...two.filter(isOpen)];
  }
}

const none: readonly Form[] = [];

/** The words of a form's part, which is cut as a text's words are. */
function formWords(part: string): readonly FormWord[] {
  const isOpen = part.endsWith('*');
  const bare = isOpen ? part.slice(0, -1) : part;
  const pieces = /[-.']/.test(bare)
    ? bare.split(/[-.]|(?<=^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu))'/i).filter((piece) => piece !== '')
    : [bare];
  return pieces.map((text, at) => ({
    text: fold(text),
    isOpen: isOpen && at === pieces.length - 1,
    isCapital: /^\p{Lu}/u.test(text),
  }));
}

/** A list of forms, ready to be met in a text. The longest form that begins at a word counts. */
export class FormTable<T> {
  readonly #lexicon: Lexicon;

  constructor(lists: Iterable<readonly [Forms, T]>, lexicon: Lexicon = new Lexicon()) {
    this.#lexicon = lexicon;
    lexicon.add(this, lists);
  }

  /** The value of the longest form that begins at `index`, and how many words that form has; undefined where none begins there. */
  at(words: readonly Word[], index: number): { readonly value: T; readonly length: number } | undefined {
    const word = words[index];
    if (word === undefined) return undefined;
    for (const form of this.#lexicon.from(word.text))
      if (this.#has(form) && isThere(form, words, index)) return { value: form.value, length: form.words.length };
    return undefined;
  }

  /** The values of all forms that begin at `index`, whatever their lengths; empty where none does. */
  allAt(words: readonly Word[], index: number): readonly T[] {
    const word = words[index];
    if (word === undefined) return [];
    const said: T[] = [];
    for (const form of this.#lexicon.from(word.text))
      if (this.#has(form) && isThere(form, words, index)) said.push(form.value);
    return said;
  }

  /** Whether a form ends just before a word. */
  endsBefore(words: readonly Word[], index: number): boolean {
    for (let from = index - 1; from >= Math.max(0, index - 4); from--)
      if (this.at(words, from)?.length === index - from) return true;
    return false;
  }

  /** The value of a form of one word; undefined where the list has no such form. */
  of(text: string): T | undefined {
    return this.at([{ text, start: 0, end: text.length }], 0)?.value;
  }

  /** A form of this list holds a value of this list: it was added with it. */
  #has(form: Form): form is Form<T> {
    return form.table === this;
  }
}

/** Lower case, one kind of apostrophe; Russian ё as е. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[’ʼ]/g, "'").replace(/ё/g, 'е');
}

const folded = new Map<string, string>();

function lowerOf(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const lower = fold(text);
  folded.set(text, lower);
  return lower;
}

function isThere({ words: form }: Form, words: readonly Word[], index: number): boolean {
  for (let offset = 0; offset < form.length; offset++) {
    const part = form[offset];
    if (part !== undefined && !meets(words[index + offset], part)) return false;
  }
  return true;
}

function meets(word: Word | undefined, { text, isOpen, isCapital }: FormWord): boolean {
  if (word === undefined || (isCapital && !/^\p{Lu}/u.test(word.text))) return false;
  const lower = lowerOf(word.text);
  if (lower === text || (isOpen && isOpenForm(lower, text))) return true;
  const bare = bareOf(lower);
  return bare !== lower && (bare === text || (isOpen && isOpenForm(bare, text)));
}

/** Without a possessive's end. */
function bareOf(word: string): string {
  return word.includes("'") ? word.replace(/'s?$/, '') : word;
}

function isOpenForm(word: string, start: string): boolean {
  return word.startsWith(start) && word.length - start.length <= openLetters;
}

function lettersOf({ words }: Form): number {
  return words.reduce((sum, { text, isOpen }) => sum + text.length * 2 - (isOpen ? 1 : 0), 0);
}
