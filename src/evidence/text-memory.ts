import type { LanguageReader } from './reader.js';

/** So many texts are remembered in a language. */
const most = 4000;

/** What was worked out of texts, by the texts themselves: most claims of a deck are the same when it is checked again. */
export class TextMemory<T> {
  readonly #known = new WeakMap<LanguageReader, Map<string, T>>();

  of(text: string, reader: LanguageReader, make: () => T): T {
    const texts = this.#textsOf(reader);
    const known = texts.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (texts.size >= most) texts.clear();
    texts.set(text, made);
    return made;
  }

  #textsOf(reader: LanguageReader): Map<string, T> {
    const known = this.#known.get(reader);
    if (known !== undefined) return known;
    const made = new Map<string, T>();
    this.#known.set(reader, made);
    return made;
  }
}
