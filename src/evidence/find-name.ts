import type { ReadingLanguage } from '../model/language.js';
import type { TextRange } from '../model.js';
import { firstOf } from './first-of.js';
import { findInitials, initialsOf } from './initials.js';
import type { NameFact } from './name-fact.js';
import type { NameForm } from './name-index.js';
import { nameKeys } from './name-keys.js';
import { bare, isAbbreviation, isCapitalised } from './name-words.js';
import { isOfPlace } from './place-adjective.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import type { LanguageReader } from './reader.js';

/** Where a paragraph has a name: as it is, in another case or spelling, as a country's adjective, shortened or spelled out. */
export function findName(name: NameFact, paragraph: PreparedParagraph, reader: LanguageReader): TextRange | undefined {
  for (const code of name.codes ?? []) {
    const country = paragraph.countries.get(code);
    if (country !== undefined) return country;
  }
  const languages = languagesOf(reader, paragraph.reader);
  for (const form of name.forms ?? []) {
    const found = findForm(form, paragraph, languages, name.needsCapital === true);
    if (found !== undefined) return found;
  }
  if (name.forms === undefined && name.codes === undefined) {
    const found = findWord(name, paragraph, languages);
    if (found !== undefined) return found;
  }
  if (name.isAbbreviation) return findInitials(bare(name.word), paragraph.nameWords);
  const isOwn = (name.codes ?? []).length === 0 && reader === paragraph.reader;
  return isOwn ? findAdjective(name.word, paragraph) : undefined;
}

/** A town where the paragraph has its adjective or its people, and the other way round. */
function findAdjective(name: string, { nameWords, reader: { language } }: PreparedParagraph): TextRange | undefined {
  return nameWords.find(
    ({ text }) => isOfPlace(text, name, language) || (isCapitalised(text) && isOfPlace(name, text, language)),
  );
}

/** The first paragraphs of a source that have a name, as many as a message may name, and one more. */
export function paragraphsWith(
  name: NameFact,
  source: PreparedSource,
  reader: LanguageReader,
): readonly PreparedParagraph[] {
  return firstOf(mayHave(name, source, reader), (paragraph) => findName(name, paragraph, reader) !== undefined);
}

/** What its index says may have the name; countries and abbreviations are looked for word by word. */
function mayHave(
  { word, forms, codes, isAbbreviation }: NameFact,
  source: PreparedSource,
  reader: LanguageReader,
): readonly PreparedParagraph[] {
  if (isAbbreviation || (codes !== undefined && codes.length > 0)) return source.paragraphs;
  const languages = languagesOf(reader, source.reader);
  const keys = forms === undefined ? nameKeys(word, languages) : forms.flatMap(([first]) => first?.keys ?? []);
  const others = source.paragraphs.filter((paragraph) => paragraph.reader !== source.reader);
  const found = source.words.withName(keys, languages);
  return others.length === 0 ? found : source.paragraphs.filter((one) => others.includes(one) || found.includes(one));
}

/** "European Union" where the paragraph has EU: the names of a group by their first letters. */
export function findShortened(
  names: readonly NameFact[],
  text: string,
  paragraph: PreparedParagraph,
): TextRange | undefined {
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < 2) return undefined;
  const letters = initialsOf(text.slice(first.start, last.end));
  return paragraph.nameWords.find((word) => isAbbreviation(word.text) && bare(word.text) === letters);
}

function languagesOf(one: LanguageReader, other: LanguageReader): readonly ReadingLanguage[] {
  return one === other ? [one.language] : [one.language, other.language];
}

function findForm(
  form: NameForm,
  paragraph: PreparedParagraph,
  languages: readonly ReadingLanguage[],
  needsCapital: boolean,
): TextRange | undefined {
  const words = paragraph.nameWords;
  const index = paragraph.byName(languages);
  for (const key of form[0]?.keys ?? [])
    for (const at of index.get(key) ?? []) {
      const isThere = form.every(({ keys, exact }, offset) => {
        const word = words[at + offset]?.text;
        if (word === undefined) return false;
        if (exact !== undefined) return bare(word) === exact;
        return nameKeys(word, languages).some((one) => keys.includes(one));
      });
      const [from, to] = [words[at], words[at + form.length - 1]];
      if (needsCapital && form[0]?.isLower !== true && !isCapitalised(from?.text ?? '')) continue;
      if (isThere && from !== undefined && to !== undefined) return { start: from.start, end: to.end };
    }
  return undefined;
}

function findWord(
  name: NameFact,
  paragraph: PreparedParagraph,
  languages: readonly ReadingLanguage[],
): TextRange | undefined {
  const words = paragraph.nameWords;
  const index = paragraph.byName(languages);
  for (const key of nameKeys(name.word, languages))
    for (const at of index.get(key) ?? []) {
      const word = words[at];
      if (word === undefined) continue;
      if (
        name.isAbbreviation
          ? bare(word.text).replace(/s$/, '') === bare(name.word).replace(/s$/, '')
          : name.mayBeCommon || isCapitalised(word.text)
      )
        return word;
    }
  if (!name.isAbbreviation) return undefined;
  const one = bare(name.word).replace(/s$/, '');
  return words.find(({ text }) => isAbbreviation(text) && bare(text).replace(/s$/, '') === one);
}
