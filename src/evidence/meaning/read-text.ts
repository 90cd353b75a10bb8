import type { Facts } from '../fact.js';
import { factsOf } from '../facts.js';
import type { PreparedParagraph } from '../prepared-source.js';
import type { LanguageReader } from '../reader.js';
import { TextMemory } from '../text-memory.js';
import { wordsOf } from '../words.js';
import { type Sentence, sentencesOf } from './clause.js';

/** A text with what was read in it. What is worked out of it is kept, since many claims may rest on one paragraph. */
export interface ReadText {
  readonly text: string;
  readonly reader: LanguageReader;
  readonly facts: Facts;
  readonly sentences: readonly Sentence[];
}

const paragraphs = new WeakMap<PreparedParagraph, ReadText>();

/** A paragraph of a source. */
export function readParagraph(paragraph: PreparedParagraph): ReadText {
  const known = paragraphs.get(paragraph);
  if (known !== undefined) return known;
  const { normalised, reader } = paragraph;
  const read: ReadText = {
    text: normalised.text,
    reader,
    get facts() {
      return paragraph.facts;
    },
    get sentences() {
      return paragraph.sentences;
    },
  };
  paragraphs.set(paragraph, read);
  return read;
}

/** A claim; read once, as long as it is remembered. */
export function readText(text: string, reader: LanguageReader): ReadText {
  return claims.of(text, reader, () => {
    const words = wordsOf(text);
    return { text, reader, facts: factsOf(text, reader, words), sentences: sentencesOf(text, reader, words) };
  });
}

const claims = new TextMemory<ReadText>();

/** Works something out of a text once. */
export function keep<T>(make: (text: ReadText) => T): (text: ReadText) => T {
  const known = new WeakMap<ReadText, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
