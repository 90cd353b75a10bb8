import { foldName, nameKeys } from './name-keys.js';
import { isCapitalised } from './name-words.js';
import type { LanguageReader } from './reader.js';
import { isSentenceStart } from './sentences.js';
import type { Word } from './words.js';

/** Words by how texts write them. */
export interface WordUsage {
  /** What words are called that are names by their place: inside a sentence with a capital, and nowhere without one. */
  readonly names: ReadonlySet<string>;
  /** Words without a capital, folded. */
  readonly common: ReadonlySet<string>;
}

/** A normalised text with its words, initials with stops taken together. */
interface UsedText {
  readonly text: string;
  readonly words: readonly Word[];
}

/** How normalised texts write their words. Where nouns have capitals, a name is what never follows an article and stands as names do. */
export function usageIn(texts: Iterable<UsedText>, reader: LanguageReader): WordUsage {
  const candidates = new Set<string>();
  const seen = new Set<string>();
  const common = new Set<string>();
  const nouns = new Set<string>();
  const hasNouns = reader.language.names.nounsHaveCapitals === true;
  for (const { text, words } of texts) {
    words.forEach(({ text: word, start }, index) => {
      if (seen.has(word)) return;
      if (!isCapitalised(word)) {
        seen.add(word);
        common.add(foldName(word));
        return;
      }
      if (word.length < 2) return;
      if (!hasNouns) {
        if (!isSentenceStart(text, start)) {
          seen.add(word);
          candidates.add(word);
        }
        return;
      }
      const before = words[index - 1];
      const isNear = before !== undefined && /^ $/.test(text.slice(before.end, start));
      const isNoun =
        isNear &&
        (reader.determiners.at(words, index - 1) !== undefined || /^\p{Ll}+(?:e|en|er|es|em)$/u.test(before.text));
      if (isNoun) nouns.add(foldName(word));
      else if (isNear && isNamed(words, index, reader)) candidates.add(word);
    });
  }
  const names = new Set<string>();
  for (const word of candidates)
    if (!common.has(foldName(word)) && !(hasNouns && nouns.has(foldName(word))))
      for (const key of nameKeys(word, [reader.language])) names.add(key);
  return { names, common };
}

/** Behind a title or a first name, or beside a verb of saying. */
function isNamed(words: readonly Word[], index: number, reader: LanguageReader): boolean {
  const before = words[index - 1];
  if (before === undefined) return false;
  if (reader.titles.endsBefore(words, index) || reader.speech.at(words, index + 1) !== undefined) return true;
  if (reader.speech.at(words, index - 1) !== undefined) return true;
  const isPair =
    isCapitalised(before.text) &&
    before.text.length > 2 &&
    reader.units.of(before.text) === undefined &&
    reader.scales.of(before.text) === undefined;
  return (
    isPair &&
    reader.starters.at(words, index - 1) === undefined &&
    reader.determiners.at(words, index - 1) === undefined &&
    reader.months.of(before.text) === undefined
  );
}
