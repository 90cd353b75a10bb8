import type { Forms } from '../model/language.js';
import type { Word } from './words.js';

interface Form<T> {
  readonly words: readonly FormWord[];
  readonly value: T;
}

interface FormWord {
  readonly text: string;
  readonly isOpen: boolean;
  readonly isCapital: boolean;
}

/** How many letters a `*` stands for at most. */
const openLetters = 6;

/** Lists of forms, ready to be met in a text. The longest form that begins at a word counts. */
export class FormTable<T> {
  readonly #exact = new Map<string, Form<T>[]>();
  readonly #open = new Map<string, Form<T>[]>();
  readonly #candidates = new Map<string, readonly Form<T>[]>();

  constructor(lists: Iterable<readonly [Forms, T]>) {
    for (const [forms, value] of lists)
      for (const form of forms.split(/\s+/).filter((one) => one !== '')) this.#add(form, value);
  }

  /** What the words from `index` on say, and how many of them say it. */
  at(words: readonly Word[], index: number): { readonly value: T; readonly length: number } | undefined {
    const word = words[index];
    if (word === undefined) return undefined;
    for (const { words: form, value } of this.#from(lowerOf(word)))
      if (form.every((part, offset) => meets(words[index + offset], part))) return { value, length: form.length };
    return undefined;
  }

  /** Everything that the words from `index` on say, whatever the forms' lengths. */
  allAt(words: readonly Word[], index: number): readonly T[] {
    const word = words[index];
    if (word === undefined) return [];
    return this.#from(lowerOf(word))
      .filter(({ words: form }) => form.every((part, offset) => meets(words[index + offset], part)))
      .map(({ value }) => value);
  }

  /** Whether a form ends just before a word. */
  endsBefore(words: readonly Word[], index: number): boolean {
    for (let from = index - 1; from >= Math.max(0, index - 4); from--)
      if (this.at(words, from)?.length === index - from) return true;
    return false;
  }

  /** What a single word says. */
  of(text: string): T | undefined {
    return this.at([{ text, start: 0, end: text.length }], 0)?.value;
  }

  #add(form: string, value: T): void {
    const words = form.split('_').flatMap((part): FormWord[] => {
      const isOpen = part.endsWith('*');
      const pieces = (isOpen ? part.slice(0, -1) : part)
        .split(/[-.]|(?<=^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu))'/i)
        .filter((piece) => piece !== '');
      return pieces.map((text, at) => ({
        text: fold(text),
        isOpen: isOpen && at === pieces.length - 1,
        isCapital: /^\p{Lu}/u.test(text),
      }));
    });
    const [first] = words;
    if (first === undefined) return;
    const [lists, key] = first.isOpen ? [this.#open, first.text.slice(0, 2)] : [this.#exact, first.text];
    const list = lists.get(key) ?? [];
    list.push({ words, value });
    lists.set(key, list);
  }

  #from(word: string): readonly Form<T>[] {
    const known = this.#candidates.get(word);
    if (known !== undefined) return known;
    const starts = [1, 2].flatMap((length) => this.#open.get(word.slice(0, length)) ?? []);
    const open = starts.filter(({ words: [first] }) => first !== undefined && isOpenForm(word, first.text));
    const bare = word.replace(/'s?$/, '');
    const owned = bare === word ? [] : this.#from(bare);
    const all = [...(this.#exact.get(word) ?? []), ...new Set(open), ...owned].sort(
      (a, b) => b.words.length - a.words.length || lettersOf(b) - lettersOf(a),
    );
    this.#candidates.set(word, all);
    return all;
  }
}

/** Lower case, one kind of apostrophe; Russian ё as е. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[’ʼ]/g, "'").replace(/ё/g, 'е');
}

const folded = new Map<string, string>();

function lowerOf({ text }: Word): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const lower = fold(text);
  folded.set(text, lower);
  return lower;
}

function meets(word: Word | undefined, { text, isOpen, isCapital }: FormWord): boolean {
  if (word === undefined || (isCapital && !/^\p{Lu}/u.test(word.text))) return false;
  const lower = lowerOf(word);
  if (lower === text || (isOpen && isOpenForm(lower, text))) return true;
  const bare = lower.replace(/'s?$/, '');
  return bare !== lower && (bare === text || (isOpen && isOpenForm(bare, text)));
}

function isOpenForm(word: string, start: string): boolean {
  return word.startsWith(start) && word.length - start.length <= openLetters;
}

function lettersOf<T>({ words }: Form<T>): number {
  return words.reduce((sum, { text, isOpen }) => sum + text.length * 2 - (isOpen ? 1 : 0), 0);
}
