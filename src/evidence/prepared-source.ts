import type { SourceText } from '../model.js';
import { fingerprint } from './fingerprint.js';
import { type Normalised, normalise } from './normalise.js';
import { type NumberFacts, numberFactsOf } from './numbers.js';
import { isSentenceStart } from './sentences.js';
import { stemOf } from './stem.js';
import { countWords, type Word, wordsOf } from './words.js';

/** A paragraph made ready to be searched; what costs time is made once, when first asked for. */
export class PreparedParagraph {
  readonly source: string;
  readonly number: number;
  readonly original: string;
  readonly normalised: Normalised;
  readonly words: readonly Word[];
  #facts: NumberFacts | undefined;
  #stems: readonly string[] | undefined;

  constructor(source: string, number: number, original: string) {
    this.source = source;
    this.number = number;
    this.original = original;
    this.normalised = normalise(original);
    this.words = wordsOf(this.normalised.text);
  }

  /** Its numbers and dates. */
  get facts(): NumberFacts {
    this.#facts ??= numberFactsOf(this.normalised.text);
    return this.#facts;
  }

  /** The stem of each of its words. */
  get stems(): readonly string[] {
    this.#stems ??= this.words.map(({ text }) => stemOf(text));
    return this.#stems;
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
  readonly paragraphs: readonly PreparedParagraph[];
  readonly #byNumber: ReadonlyMap<number, PreparedParagraph>;
  #usage: WordUsage | undefined;

  constructor({ key, paragraphs }: SourceText) {
    this.key = key;
    this.paragraphs = paragraphs.map(({ number, text }) => new PreparedParagraph(key, number, text));
    this.#byNumber = new Map(this.paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  }

  paragraph(number: number): PreparedParagraph | undefined {
    return this.#byNumber.get(number);
  }

  /** Words by how the source writes them inside a sentence: only with a capital, hence names, or without one too. */
  get usage(): WordUsage {
    this.#usage ??= usageIn(this.paragraphs);
    return this.#usage;
  }
}

/** Stems of words. */
interface WordUsage {
  readonly names: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
}

function usageIn(paragraphs: readonly PreparedParagraph[]): WordUsage {
  const names = new Set<string>();
  const common = new Set<string>();
  for (const { words, stems, normalised, number } of paragraphs) {
    if (number === 0) continue;
    words.forEach((word, index) => {
      const stem = stems[index] ?? '';
      const first = word.text.charAt(0);
      if (first === first.toLowerCase()) common.add(stem);
      else if (word.text.length > 1 && !isSentenceStart(normalised.text, word.start)) names.add(stem);
    });
  }
  for (const stem of common) names.delete(stem);
  return { names, common };
}
