import { readingLanguage, readingLanguages } from '../language/languages.js';
import type { ReadingLanguage } from '../model/language.js';
import type { SourceText } from '../model.js';
import { FormTable, Lexicon } from './forms.js';
import { type LanguageReader, readerOf } from './reader.js';
import { type Word, wordsOf } from './words.js';

/** So many of a text's small words must be a language's own before it counts as that. */
const leastWords = 4;

/** A text is known by its beginning, in UTF-16 units. */
const sampleLength = 6000;

/**
 * Articles, pronouns and words that often begin a sentence, of all languages at once. Apart from the languages' readers, of which
 * most decks need one only.
 */
const smallWords = new Lexicon();
let tables: ReadonlyMap<ReadingLanguage, FormTable<true>> | undefined;

/** How many of the words each language has among its small ones. */
function smallWordsIn(words: readonly Word[]): ReadonlyMap<ReadingLanguage, number> {
  tables ??= new Map(
    readingLanguages.map((language) => {
      const { starters, determiners } = language.names;
      return [language, new FormTable<true>([[`${starters} ${determiners}`, true]], smallWords)];
    }),
  );
  const counts = new Map<ReadingLanguage, number>();
  for (const [index, word] of words.entries())
    if (smallWords.from(word.text).length > 0)
      for (const [language, table] of tables)
        if (table.at(words, index) !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  return counts;
}

/** Letters that only one of the Cyrillic alphabets has. */
const letters: Readonly<Record<string, RegExp>> = { be: /ў/iu, uk: /[їєґ]/iu, ru: /[ъщ]|ы(?!.*і)/iu };

/**
 * The language a text is plainly written in, by its letters and small words; undefined where it is too short, or two languages come
 * near each other.
 */
export function languageOf(text: string): LanguageReader | undefined {
  const sample = text.slice(0, sampleLength);
  const words = wordsOf(sample);
  const small = smallWordsIn(words);
  const counts = readingLanguages
    .map((language) => {
      const own = letters[language.tag]?.test(sample) === true ? words.length / 4 : 0;
      return { language, count: (small.get(language) ?? 0) + own };
    })
    .sort((a, b) => b.count - a.count);
  const [best, next] = counts;
  if (best === undefined || best.count < leastWords || best.count < (next?.count ?? 0) * 1.8) return undefined;
  return readerOf(best.language);
}

const known = new WeakMap<SourceText['paragraphs'], { readonly reader: LanguageReader | undefined }>();

/** The same of a source, found once as long as its text is the same one in memory. */
export function languageOfSource(paragraphs: SourceText['paragraphs']): LanguageReader | undefined {
  const before = known.get(paragraphs);
  if (before !== undefined) return before.reader;
  let text = '';
  for (const paragraph of paragraphs) {
    if (text.length >= sampleLength) break;
    text += `${paragraph.text}\n`;
  }
  const reader = languageOf(text);
  known.set(paragraphs, { reader });
  return reader;
}

/**
 * The reader of a piece of a text in a language: another one where the piece is in another alphabet, or has a letter that its language
 * does not know, as a Belarusian paragraph among Russian ones. `others` are asked first.
 */
export function readerForText(
  text: string,
  own: LanguageReader,
  others: readonly LanguageReader[] = [],
): LanguageReader {
  const isCyrillic =
    /\p{Script=Cyrillic}{2}/u.test(text) &&
    lettersIn(text, /\p{Script=Cyrillic}/gu) > lettersIn(text, /\p{Script=Latin}/gu);
  const hasCyrillic = cyrillic.has(own.language.tag);
  if (!isCyrillic) {
    if (!hasCyrillic || !/\p{Script=Latin}{3}/u.test(text) || /\p{Script=Cyrillic}{3}/u.test(text)) return own;
    return others.find(({ language }) => !cyrillic.has(language.tag)) ?? languageOf(text) ?? own;
  }
  const near = [own, ...others].filter(({ language }) => cyrillic.has(language.tag));
  const tags = new Set([...near.map(({ language }) => language.tag), ...cyrillic.keys()]);
  const [tag] = [...tags]
    .map((one) => [one, lettersIn(text, cyrillic.get(one) ?? /$^/gu)] as const)
    .reduce((best, one) => (one[1] < best[1] ? one : best));
  const language = readingLanguage(tag);
  return near.find((one) => one.language.tag === tag) ?? (language === undefined ? own : readerOf(language));
}

function lettersIn(text: string, script: RegExp): number {
  return text.slice(0, 600).match(script)?.length ?? 0;
}

/** Letters that an alphabet has not. The one of which a text has fewest is its own; a short text may be in more than one. */
const cyrillic: ReadonlyMap<string, RegExp> = new Map([
  ['ru', /[іїєґў]/giu],
  ['uk', /[ъыэёў]/giu],
  ['be', /[ищъїє]/giu],
]);
