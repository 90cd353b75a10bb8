import type { CommonWords } from '../language/common-words.js';
import type { Citation, Reference } from '../model.js';
import type { CheckedCitation } from './check-citation.js';
import type { NameContext } from './name-fact.js';
import { type KnownName, NameIndex } from './name-index.js';
import { foldName, nameKeys } from './name-keys.js';
import type { PreparedSource } from './prepared-source.js';
import type { LanguageReader } from './reader.js';
import type { WordUsage } from './usage.js';
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
  /** How the deck itself writes its words. */
  readonly usage: WordUsage;
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
  const { names, aliases, reader, usage, sources } = tools;
  const all = [...sources.values()];
  return {
    known: names,
    aliases,
    reader,
    dictionary: tools.dictionary?.(reader.language.tag),
    isKnownName: (word) =>
      all.some((source) => nameKeys(word, [source.reader.language]).some((key) => source.usage.names.has(key))) &&
      !cited.some((source) => source.usage.common.has(foldName(word))),
    isCommonWord: (word) => {
      const folded = foldName(word.replace(/['’ʼ]s?$/u, ''));
      return usage.common.has(folded) || all.some((source) => source.usage.common.has(folded));
    },
  };
}
