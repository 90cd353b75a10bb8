import type { CommonWords } from '../language/common-words.js';
import type { TextRange } from '../model.js';
import type { NameForms, NameIndex } from './name-index.js';
import type { LanguageReader } from './reader.js';

/** A name of a claim's text. */
export interface NameFact extends TextRange, Partial<NameForms> {
  readonly text: string;
  /** As it is compared: initials without stops. */
  readonly word: string;
  /** Names that stand next to each other, as in "European Union", each one by itself. */
  readonly group: number;
  /** A word of the source without a capital bears it out too: behind an article, or where a sentence begins. */
  readonly mayBeCommon: boolean;
  readonly isAbbreviation: boolean;
  /** It may be a name or not: it counts where the source has it, and is not missed where it has not. */
  readonly isSoft: boolean;
}

/** What tells names from other words. */
export interface NameContext {
  readonly known: NameIndex;
  /** Names that the languages know by several spellings. */
  readonly aliases: NameIndex;
  readonly reader: LanguageReader;
  /** By the sources' and the deck's own usage. */
  readonly isKnownName: (word: string) => boolean;
  readonly isCommonWord: (word: string) => boolean;
  /** By a dictionary of the language; absent: there is none at hand. */
  readonly dictionary?: CommonWords | undefined;
}
