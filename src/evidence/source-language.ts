import { readingLanguage, readingLanguages } from '../language/languages.js';
import { type LanguageReader, readerOf } from './reader.js';
import { wordsOf } from './words.js';

/** So many of a text's small words must be a language's own before it counts as that. */
const leastWords = 4;

/** Letters that only one of the Cyrillic alphabets has. */
const letters: Readonly<Record<string, RegExp>> = { be: /ў/iu, uk: /[їєґ]/iu, ru: /[ъщ]|ы(?!.*і)/iu };

/**
 * The language a text is plainly written in, by its letters and small words; undefined where it is too short, or two languages come
 * near each other.
 */
export function languageOf(text: string): LanguageReader | undefined {
  const words = wordsOf(text.slice(0, 6000));
  const counts = readingLanguages
    .map((language) => {
      const reader = readerOf(language);
      const own = letters[language.tag]?.test(text) === true ? words.length / 4 : 0;
      return { reader, count: words.filter((_, index) => isSmall(words, index, reader)).length + own };
    })
    .sort((a, b) => b.count - a.count);
  const [best, next] = counts;
  if (best === undefined || best.count < leastWords || best.count < (next?.count ?? 0) * 1.8) return undefined;
  return best.reader;
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
  const tag = /ў/iu.test(text)
    ? 'be'
    : /[їєґ]/iu.test(text)
      ? 'uk'
      : /[ъщи]/iu.test(text) && !/і/iu.test(text)
        ? 'ru'
        : undefined;
  if (hasCyrillic && (tag === undefined || tag === own.language.tag)) return own;
  const language = tag === undefined ? undefined : readingLanguage(tag);
  return language === undefined ? (others.find((one) => cyrillic.has(one.language.tag)) ?? own) : readerOf(language);
}

function lettersIn(text: string, script: RegExp): number {
  return text.slice(0, 300).match(script)?.length ?? 0;
}

const cyrillic: ReadonlySet<string> = new Set(['ru', 'uk', 'be']);

function isSmall(words: ReturnType<typeof wordsOf>, index: number, reader: LanguageReader): boolean {
  return reader.starters.at(words, index) !== undefined || reader.determiners.at(words, index) !== undefined;
}
