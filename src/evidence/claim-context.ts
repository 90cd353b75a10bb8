import type { CommonWords } from '../language/common-words.js';
import type { Citation, Claim, Reference } from '../model.js';
import type { CheckedCitation } from './check-citation.js';
import type { NameContext } from './name-fact.js';
import { type KnownName, NameIndex, nameWordsOf } from './name-index.js';
import { foldName, nameKeys } from './name-keys.js';
import type { PreparedSource } from './prepared-source.js';
import type { LanguageReader } from './reader.js';
import { textOutsideQuotations } from './text-outside-quotations.js';
import { usageIn } from './usage.js';
import { wordsOf } from './words.js';

/** What claims are checked with. */
export interface ClaimTools {
  readonly sources: ReadonlyMap<string, PreparedSource>;
  /** Of the deck's own language. */
  readonly reader: LanguageReader;
  readonly names: NameIndex;
  readonly aliases: NameIndex;
  /** Common words of a language, by its tag; undefined: no dictionary is at hand. */
  readonly dictionary?: ((tag: string) => CommonWords | undefined) | undefined;
  /** By the usage of the sources that the deck cites. */
  readonly isNamed: (word: string) => boolean;
  /** By the usage of these and of the deck. */
  readonly isCommonWord: (word: string) => boolean;
  /** The names a reference itself gives: its authors, where it appeared. */
  readonly referenceNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly citation: (citation: Citation) => CheckedCitation;
}

/** The known names of a deck and its languages. */
export function knownNames(
  known: readonly KnownName[],
  readers: readonly LanguageReader[],
): { readonly names: NameIndex; readonly aliases: NameIndex } {
  return { names: new NameIndex(known, readers), aliases: aliasesOf(readers) };
}

const aliasIndexes = new Map<string, NameIndex>();

/** The names that languages know by several spellings; made once for a row of languages. */
function aliasesOf(readers: readonly LanguageReader[]): NameIndex {
  const tags = readers.map(({ language }) => language.tag).join();
  const made = aliasIndexes.get(tags);
  if (made !== undefined) return made;
  const groups = readers.flatMap(({ language }) => language.names.aliases);
  const aliases = groups.flatMap((forms): KnownName[] => {
    const [name, ...others] = forms.split(/\s+/).map((form) => form.replace(/\*/g, '').replace(/_/g, ' '));
    return name === undefined ? [] : [{ name, forms: others }];
  });
  const index = new NameIndex(aliases, readers);
  aliasIndexes.set(tags, index);
  return index;
}

/** What names are by a reference itself, as they are compared. */
export function referenceNames(
  references: readonly Reference[],
  reader: LanguageReader,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    references.map((reference) => {
      const people = (reference.author ?? []).flatMap(({ family, given, literal }) => [family, given, literal]);
      const names = [...people, reference['container-title']].filter((name) => name !== undefined);
      const keys = names.flatMap((name) => wordsOf(name).flatMap(({ text }) => nameKeys(text, [reader.language])));
      return [reference.id, new Set(keys)];
    }),
  );
}

/** What tells the names of a claim that cites certain sources: a word that one of these writes without a capital is none. */
export function nameContext(tools: ClaimTools, cited: readonly PreparedSource[]): NameContext {
  const { names, aliases, reader, isNamed, isCommonWord } = tools;
  return {
    known: names,
    aliases,
    reader,
    dictionary: tools.dictionary?.(reader.language.tag),
    isKnownName: (word) => isNamed(word) && !cited.some((source) => source.words.usage.common.has(foldName(word))),
    isCommonWord,
  };
}

/** How a deck and the sources it cites write their words. */
export function usageOf(
  claims: readonly Claim[],
  cited: readonly PreparedSource[],
  reader: LanguageReader,
): Pick<ClaimTools, 'isNamed' | 'isCommonWord'> {
  const texts = claims.map(textOutsideQuotations);
  const own = usageIn(
    texts.map((text) => ({ text, words: nameWordsOf(text) })),
    reader,
  );
  return {
    isNamed: remembered((word) =>
      cited.some((source) => nameKeys(word, [source.reader.language]).some((key) => source.words.usage.names.has(key))),
    ),
    isCommonWord: remembered((word) => {
      const folded = foldName(word.replace(/['’ʼ]s?$/u, ''));
      return own.common.has(folded) || cited.some((source) => source.words.usage.common.has(folded));
    }),
  };
}

function remembered(ask: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const answer = ask(word);
    known.set(word, answer);
    return answer;
  };
}
