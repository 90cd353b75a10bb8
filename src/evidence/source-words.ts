import type { ReadingLanguage } from '../model/language.js';
import { nameKeys, wordsWithKey } from './name-keys.js';
import type { PreparedParagraph } from './prepared-source.js';
import type { LanguageReader } from './reader.js';
import { usageIn, type WordUsage } from './usage.js';
import type { Word } from './words.js';

/** The words of a source: how it writes them, and which paragraphs have them. Its paragraphs are read once for both. */
export class SourceWords {
  /** Words by how the source writes them: as names, or without a capital. Cells of data are no running text. */
  readonly usage: WordUsage;
  readonly #paragraphs: readonly PreparedParagraph[];
  readonly #byWord = new Map<string, PreparedParagraph[]>();
  /** The languages by whose endings the keys of all words are known. */
  readonly #keyed = new Set<string>();

  constructor(paragraphs: readonly PreparedParagraph[], reader: LanguageReader) {
    this.#paragraphs = paragraphs;
    this.usage = usageIn(this.#texts(), reader);
  }

  /** The paragraphs that have one of these keys among their names, by the endings of some languages, in order. */
  withName(keys: readonly string[], languages: readonly ReadingLanguage[]): readonly PreparedParagraph[] {
    this.#makeKeys(languages);
    const words = keys.flatMap((key) => wordsWithKey(key, languages));
    const found = new Set(words.flatMap((word) => this.#byWord.get(word) ?? []));
    return found.size === 0 ? [] : this.#paragraphs.filter((paragraph) => found.has(paragraph));
  }

  *#texts(): Generator<{ readonly text: string; readonly words: readonly Word[] }> {
    for (const paragraph of this.#paragraphs) {
      const words = paragraph.passingWords();
      this.#index(paragraph, words);
      if (paragraph.number !== 0 && paragraph.data === undefined) yield { text: paragraph.normalised.text, words };
    }
  }

  #index(paragraph: PreparedParagraph, words: readonly Word[]): void {
    for (const { text } of words) {
      const places = this.#byWord.get(text);
      if (places === undefined) this.#byWord.set(text, [paragraph]);
      else if (places.at(-1) !== paragraph) places.push(paragraph);
    }
  }

  #makeKeys(languages: readonly ReadingLanguage[]): void {
    const tag = languages.map(({ tag }) => tag).join();
    if (this.#keyed.has(tag)) return;
    for (const word of this.#byWord.keys()) nameKeys(word, languages);
    this.#keyed.add(tag);
  }
}
