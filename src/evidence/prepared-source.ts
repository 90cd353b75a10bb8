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
import { SourceWords } from './source-words.js';
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

  /** The same, not kept where nothing else has asked for them: most paragraphs of a source are gone through once. */
  passingWords(): readonly Word[] {
    const { text } = this.normalised;
    return this.#nameWords ?? nameWordsOf(text, this.#words ?? wordsOf(text));
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

  /** The countries it speaks of, by name, adjective, people or else their seat of government: their codes, and where. */
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
  /** Where it is a table of data. */
  readonly data: DataTable | undefined;
  readonly #source: SourceText;
  #words: SourceWords | undefined;
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

  /** Its words: how it writes them, and which paragraphs have them. */
  get words(): SourceWords {
    this.#words ??= new SourceWords(this.paragraphs, this.reader);
    return this.#words;
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

function countriesIn(words: readonly Word[], reader: LanguageReader): ReadonlyMap<string, TextRange> {
  const { countries, capitals, language } = reader;
  const [found, seats] = [new Map<string, TextRange>(), new Map<string, TextRange>()];
  for (const [index, first] of words.entries()) {
    const at = countries.at(words, index);
    const seat = at === undefined ? capitals.at(words, index) : undefined;
    const [code, length] = [at?.value.code ?? seat?.value, (at ?? seat)?.length ?? 1];
    if (code === undefined || (language.names.demonymsHaveCapitals && !isCapitalised(first.text))) continue;
    const known = at === undefined ? seats : found;
    if (!known.has(code)) known.set(code, { start: first.start, end: words[index + length - 1]?.end ?? first.end });
  }
  return new Map([...seats, ...found]);
}
