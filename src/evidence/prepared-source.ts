import { rowText } from '../chart/row-text.js';
import type { ReadingLanguage } from '../model/language.js';
import type { DataTable, SourcePlace, SourceText, TextRange } from '../model.js';
import { signTextOf } from './elsewhere-signs.js';
import type { Facts } from './fact.js';
import { factsOf } from './facts.js';
import { fingerprint } from './fingerprint.js';
import { type Sentence, sentencesOf } from './meaning/clause.js';
import { nameWordsOf } from './name-index.js';
import { nameKeys } from './name-keys.js';
import { isCapitalised } from './name-words.js';
import { type Normalised, normalise } from './normalise.js';
import type { LanguageReader } from './reader.js';
import { readerForText } from './source-language.js';
import { placesOf } from './source-places.js';
import { usageIn, type WordUsage } from './usage.js';
import { countWords, type Word, wordsOf } from './words.js';

/** A paragraph made ready to be searched; what costs time is made once, when first asked for. */
export class PreparedParagraph {
  readonly source: string;
  readonly number: number;
  readonly original: string;
  readonly reader: LanguageReader;
  /** The table it is a row of. */
  readonly data: DataTable | undefined;
  #normalised: Normalised | undefined;
  #words: readonly Word[] | undefined;
  #nameWords: readonly Word[] | undefined;
  #facts: Facts | undefined;
  #signText: string | undefined;
  #sentences: readonly Sentence[] | undefined;
  #countries: ReadonlyMap<string, TextRange> | undefined;
  readonly #byKey = new Map<string, ReadonlyMap<string, readonly number[]>>();

  constructor(source: string, number: number, original: string, reader: LanguageReader, data?: DataTable) {
    this.data = data;
    this.source = source;
    this.number = number;
    this.original = original;
    this.reader = reader;
  }

  get normalised(): Normalised {
    this.#normalised ??= normalise(this.original);
    return this.#normalised;
  }

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.normalised.text);
    return this.#words;
  }

  /** Its words, initials with stops taken together. */
  get nameWords(): readonly Word[] {
    this.#nameWords ??= nameWordsOf(this.normalised.text, this.words);
    return this.#nameWords;
  }

  /** Its numbers and dates. */
  get facts(): Facts {
    this.#facts ??= factsOf(this.normalised.text, this.reader, this.words);
    return this.#facts;
  }

  /** Its text as it is asked for the signs of a number. */
  get signText(): string {
    this.#signText ??= signTextOf(this.normalised.text);
    return this.#signText;
  }

  /** The countries it speaks of, by name, adjective or people: their codes, and where. */
  get countries(): ReadonlyMap<string, TextRange> {
    this.#countries ??= countriesIn(this.words, this.reader);
    return this.#countries;
  }

  /** Which of its words may be called what as names, by the endings of some languages. */
  byName(languages: readonly ReadingLanguage[]): ReadonlyMap<string, readonly number[]> {
    const tag = languages.map(({ tag }) => tag).join();
    const known = this.#byKey.get(tag);
    if (known !== undefined) return known;
    const index = new Map<string, number[]>();
    this.nameWords.forEach(({ text }, at) => {
      for (const key of nameKeys(text, languages)) {
        const places = index.get(key) ?? [];
        places.push(at);
        index.set(key, places);
      }
    });
    this.#byKey.set(tag, index);
    return index;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesOf(this.normalised.text, this.reader, this.words);
    return this.#sentences;
  }

  get wordCount(): number {
    return countWords(this.normalised.text);
  }

  get fingerprint(): string {
    return fingerprint(this.normalised.text);
  }
}

/** A source made ready to be searched. */
export class PreparedSource {
  readonly key: string;
  readonly reader: LanguageReader;
  readonly paragraphs: readonly PreparedParagraph[];
  readonly #byNumber: ReadonlyMap<number, PreparedParagraph>;
  readonly #cells = new Map<string, PreparedParagraph>();
  readonly #byName = new Map<string, ReadonlyMap<string, readonly PreparedParagraph[]>>();
  /** Where it is a table of data. */
  readonly data: DataTable | undefined;
  readonly #source: SourceText;
  #usage: WordUsage | undefined;
  #places: readonly SourcePlace[] | undefined;

  constructor(source: SourceText, reader: LanguageReader) {
    const { key, paragraphs } = source;
    this.#source = source;
    this.key = key;
    this.reader = reader;
    this.data = source.data;
    this.paragraphs = paragraphs.map(
      ({ number, text }) =>
        new PreparedParagraph(
          key,
          number,
          text,
          this.data === undefined ? readerForText(text, reader) : reader,
          this.data,
        ),
    );
    this.#byNumber = new Map(this.paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  }

  paragraph(number: number): PreparedParagraph | undefined {
    return this.#byNumber.get(number);
  }

  /** Rows of data with some of their columns only, and those that name them. */
  inColumns(paragraphs: readonly PreparedParagraph[], columns: readonly string[]): readonly PreparedParagraph[] {
    const table = this.data;
    if (table === undefined || columns.length === 0) return paragraphs;
    return paragraphs.map(({ number }) => {
      const key = JSON.stringify([number, ...columns]);
      const row = table.rows.find(({ place }) => place.line === number);
      const known =
        this.#cells.get(key) ??
        new PreparedParagraph(
          this.key,
          number,
          row === undefined ? '' : rowText(table, row, columns),
          this.reader,
          table,
        );
      this.#cells.set(key, known);
      return known;
    });
  }

  /** Its pages, and what its headings open. */
  get places(): readonly SourcePlace[] {
    this.#places ??= placesOf(this.#source);
    return this.#places;
  }

  /** Words by how the source writes them: as names, or without a capital. */
  get usage(): WordUsage {
    this.#usage ??= usageIn(
      // Cells of data are no running text.
      (this.data === undefined ? this.paragraphs : [])
        .filter(({ number }) => number !== 0)
        .map(({ normalised, nameWords }) => ({ text: normalised.text, words: nameWords })),
      this.reader,
    );
    return this.#usage;
  }

  /** The paragraphs that have one of these keys among their names, by the endings of some languages, in order. */
  withName(keys: readonly string[], languages: readonly ReadingLanguage[]): readonly PreparedParagraph[] {
    const index = this.#namesIn(languages);
    const found = new Set(keys.flatMap((key) => index.get(key) ?? []));
    return found.size === 0 ? [] : this.paragraphs.filter((paragraph) => found.has(paragraph));
  }

  #namesIn(languages: readonly ReadingLanguage[]): ReadonlyMap<string, readonly PreparedParagraph[]> {
    const tag = languages.map(({ tag }) => tag).join();
    const known = this.#byName.get(tag);
    if (known !== undefined) return known;
    const index = new Map<string, readonly PreparedParagraph[]>();
    for (const [word, paragraphs] of this.#byWord())
      for (const key of nameKeys(word, languages)) {
        const others = index.get(key);
        index.set(key, others === undefined ? paragraphs : [...others, ...paragraphs]);
      }
    this.#byName.set(tag, index);
    return index;
  }

  /** Each word of the source with the paragraphs that have it. */
  #byWord(): ReadonlyMap<string, readonly PreparedParagraph[]> {
    const index = new Map<string, PreparedParagraph[]>();
    for (const paragraph of this.paragraphs)
      for (const { text } of paragraph.nameWords) {
        const places = index.get(text);
        if (places === undefined) index.set(text, [paragraph]);
        else if (places.at(-1) !== paragraph) places.push(paragraph);
      }
    return index;
  }
}

const prepared = new WeakMap<SourceText['paragraphs'], PreparedSource>();

/** A source made ready once, as long as its text is the same one in memory: a deck is checked again whenever it is saved. */
export function preparedSource(source: SourceText, reader: LanguageReader): PreparedSource {
  const known = prepared.get(source.paragraphs);
  if (known !== undefined && known.key === source.key && known.reader === reader) return known;
  const made = new PreparedSource(source, reader);
  prepared.set(source.paragraphs, made);
  return made;
}

function countriesIn(words: readonly Word[], { countries, language }: LanguageReader): ReadonlyMap<string, TextRange> {
  const found = new Map<string, TextRange>();
  for (let index = 0; index < words.length; index++) {
    const at = countries.at(words, index);
    const first = words[index];
    if (at === undefined || first === undefined) continue;
    if (language.names.demonymsHaveCapitals && !isCapitalised(first.text)) continue;
    const range = { start: first.start, end: words[index + at.length - 1]?.end ?? first.end };
    if (!found.has(at.value.code)) found.set(at.value.code, range);
  }
  return found;
}
