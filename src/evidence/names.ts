import { isGermanName } from './german-names.js';
import type { NameContext, NameFact } from './name-fact.js';
import { nameWordsOf } from './name-index.js';
import { isAbbreviation, isCapitalised } from './name-words.js';
import type { LanguageReader } from './reader.js';
import { romanValue } from './roman.js';
import { isSentenceStart, isTextStart, isTitleStart } from './sentences.js';
import type { Word } from './words.js';

/**
 * The names of a normalised text: the deck's own, those of countries and their people, words capitalised inside a sentence, and at a
 * sentence's start those that usage or their place makes names. In a language whose nouns have capitals their place alone does.
 */
export function namesOf(text: string, context: NameContext): readonly NameFact[] {
  const { known, aliases, reader } = context;
  const words = nameWordsOf(text);
  const isTitle = isTitleCase(words, text, reader);
  const names: NameFact[] = [];
  let group = 0;
  let previous = -2;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const own = known.at(words, index);
    const alias = own === undefined ? aliases.at(words, index) : undefined;
    const found = own ?? alias;
    const country = found === undefined ? reader.countries.at(words, index) : undefined;
    const length = found?.length ?? country?.length ?? 1;
    const last = words[index + length - 1] ?? word;
    const isJoined = previous === index - 1 && /^[\s-]$/.test(text.slice(words[previous]?.end, word.start));
    const isCountry = country !== undefined && (!country.value.isAdjective || isDemonym(words, index, reader));
    const isFound = found !== undefined || isCountry;
    // "Carbon dioxide" is no name that must be there; where it is, it may be CO2.
    const isWord = alias !== undefined && !isCapitalised(word.text);
    const isSure = !isWord && (isFound || isName(words, index, text, isTitle, context));
    if (!isSure && !isWord && !isSoftName(words, index, context)) continue;
    if (!isJoined) group++;
    names.push({
      text: text.slice(word.start, last.end),
      word: word.text,
      start: word.start,
      end: last.end,
      group,
      isSoft: !isSure,
      isAbbreviation: length === 1 && isAbbreviation(word.text),
      mayBeCommon: isTitle || isCommonPlace(words, index, text, reader),
      ...(found === undefined ? {} : { forms: found.forms, codes: found.codes }),
      ...(alias === undefined ? {} : { needsCapital: true }),
      ...(isCountry ? { codes: [country.value.code] } : {}),
    });
    index += length - 1;
    previous = index;
  }
  return names;
}

/** A word with a capital that no dictionary has, or that the sources use as a name. */
function isSoftName(words: readonly Word[], index: number, context: NameContext): boolean {
  const { reader, dictionary } = context;
  const word = words[index]?.text ?? '';
  if (!isCapitalised(word) || word.length < 3 || dictionary === undefined) return false;
  if (dictionary.has(word) && !context.isKnownName(word)) return false;
  return reader.starters.at(words, index) === undefined && reader.determiners.at(words, index) === undefined;
}

/** "turkey" is no Turkey; adjectives have capitals in some languages only. */
function isDemonym(words: readonly Word[], index: number, reader: LanguageReader): boolean {
  return !reader.language.names.demonymsHaveCapitals || isCapitalised(words[index]?.text ?? '');
}

function isName(words: readonly Word[], index: number, text: string, isTitle: boolean, context: NameContext): boolean {
  const { text: word = '', start = 0, end = 0 } = words[index] ?? {};
  const { reader } = context;
  if (!isCapitalised(word) || (word.length < 2 && !/\d/.test(word)) || /^I['’]/.test(word)) return false;
  if (isNumberedPart(words, index, text, reader)) return false;
  if (isUnit(word, words[index - 1]?.text) || isScale(words, index, reader)) return false;
  if (isAbbreviation(word)) {
    if (text === text.toUpperCase() && !isLabel(words, index, text, context)) return false;
    return isTitle || (romanValue(word) ?? 0) > 20 || romanValue(word) === undefined;
  }
  if (isTitleOf(words, index, text, reader) || isParticle(words, index, reader)) return false;
  const isStart = isSentenceStart(text, start) || isLabelEnd(text, start) || isTitleStart(text, start);
  if (reader.language.names.nounsHaveCapitals === true) return isGermanName(words, index, text, isStart, context);
  const before = words[index - 1];
  if (before !== undefined && isCapitalised(before.text) && text.slice(before.end, start) === '-') return true;
  if (!isStart && !isTitle) return !(reader.starters.at(words, index) && context.isCommonWord(word) === true);
  if (reader.starters.at(words, index) !== undefined || reader.determiners.at(words, index) !== undefined) return false;
  if (context.isCommonWord(word)) return false;
  if (context.isKnownName(word))
    return context.dictionary?.has(word) !== true || hasPlaceOfName(words, index, text, end, context);
  if (context.dictionary?.has(word) === true)
    return /['’ʼ]s$/u.test(word) ? false : hasSpeakerPlace(words, index, text, end, context);
  if (context.dictionary !== undefined) return !isAbstract(word, reader);
  if (reader.language.tag === 'uk' && /(?:[єе]нко|чук)$/u.test(word)) return true;
  return !isTitle && hasPlaceOfName(words, index, text, end, context);
}

/** "Art. 7", "Fig. 2": its number was read before and is blank here. */
function isNumberedPart(words: readonly Word[], index: number, text: string, reader: LanguageReader): boolean {
  const end = words[index]?.end ?? 0;
  const next = text.charAt(end) === '.' ? end + 1 : end;
  if (text.charAt(next) !== ' ' || !/[\uFFFC\dIVXL]/.test(text.charAt(next + 1))) return false;
  if (!/^(?:\uFFFC|\d|[IVXL]+(?!\p{L}))/u.test(text.slice(next + 1, next + 8))) return false;
  return (reader.articles.at(words, index) ?? reader.labels.at(words, index)) !== undefined;
}

/** Nouns that are made of verbs and adjectives are many, and no dictionary has all: by their ending they are no names. */
const abstractEnds: Readonly<Record<string, RegExp>> = {
  en: /(?:tion|sion|ment|ness|ship|ism)s?$/u,
  fr: /(?:tions?|ments?|ités?|ismes?)$/u,
  lt: /(?:[iyu]m(?:as|o|ui|ą|u|e|ai|ų|us)|yb(?:ė|ės|ę|e|ei|ėje|os)|cij(?:a|os|ą|ai|oje))$/u,
  pl: /(?:(?:an|en|eni|ani)(?:ie|ia|iu|iem)|oś(?:ć|ci|cią)|[cz]j[aięąe])$/u,
  ru: /(?:[аеё]ни(?:е|я|ю|ем|и)|ост(?:ь|и|ью)|ци(?:я|и|ю|ей))$/u,
  be: /(?:[ае]нн(?:е|я|ю|ем|і)|асц(?:ь|і|ю)|цы(?:я|і|ю|яй))$/u,
};

function isAbstract(word: string, { language }: LanguageReader): boolean {
  return abstractEnds[language.tag]?.test(word) === true;
}

/** `EU` and `UN`, each on a line of its own as labels are: no heading that is set in capitals. */
function isLabel(words: readonly Word[], index: number, text: string, { dictionary, reader }: NameContext): boolean {
  const { text: word = '', start = 0, end = 0 } = words[index] ?? {};
  if (word.length > 4 || !text.includes('\n') || dictionary?.has(word) === true) return false;
  if (reader.starters.at(words, index) !== undefined || reader.determiners.at(words, index) !== undefined) return false;
  return /(?:^|\n)$/.test(text.slice(0, start)) && /^(?:\n|$)/.test(text.slice(end));
}

/** A title stands before a name: "Col. Penn", "Minister Orlenko". It may be shortened, and says nothing of whom it is about. */
function isTitleOf(words: readonly Word[], index: number, text: string, reader: LanguageReader): boolean {
  const found = reader.titles.at(words, index);
  const word = words[index];
  if (word === undefined) return false;
  if (found !== undefined && isCapitalised(words[index + found.length]?.text ?? '')) return true;
  return (
    word.text.length <= 4 &&
    /^\.\s\p{Lu}\p{Ll}/u.test(text.slice(word.end, word.end + 4)) &&
    !/^\p{Lu}$/u.test(word.text) &&
    found !== undefined
  );
}

/** What stands around a name: a verb of saying or another verb behind it, a possessive, a colon, another name that is joined to it. */
function hasPlaceOfName(
  words: readonly Word[],
  index: number,
  text: string,
  end: number,
  context: NameContext,
): boolean {
  const { reader } = context;
  const word = words[index]?.text ?? '';
  if (/['’ʼ]s$/u.test(word)) return true;
  const next = words[index + 1];
  if (reader.titles.endsBefore(words, index) || reader.accordingTo.endsBefore(words, index)) return true;
  if (next === undefined) return false;
  const between = text.slice(end, next.start);
  if (/^\s?:\s$/.test(between) && isTextStart(text, words[index]?.start ?? 0))
    return /\p{L}/u.test(next.text) && looksPersonal(word, reader);
  if (!/^ $/.test(between)) return false;
  if (reader.speech.at(words, index + 1) !== undefined) return true;
  if (reader.verbs.at(words, index + 1) !== undefined) return looksPersonal(word, reader);
  const isName =
    isCapitalised(next.text) && !isAbbreviation(next.text) && reader.starters.at(words, index + 1) === undefined;
  if (isName && reader.countries.at(words, index + 1) === undefined && !context.isKnownName(next.text)) return true;
  const join = reader.joins.at(words, index + 1);
  return (
    join !== undefined && isCapitalised(words[index + 2]?.text ?? '') && !isAbbreviation(words[index + 2]?.text ?? '')
  );
}

/** A word of the dictionary is a name only where it plainly speaks, or a title stands before it: "Strand dissents". */
function hasSpeakerPlace(
  words: readonly Word[],
  index: number,
  text: string,
  end: number,
  { reader }: NameContext,
): boolean {
  const next = words[index + 1];
  if (reader.titles.endsBefore(words, index)) return true;
  return (
    next !== undefined &&
    /^ $/.test(text.slice(end, next.start)) &&
    reader.speech.at(words, index + 1) !== undefined &&
    looksPersonal(words[index]?.text ?? '', reader)
  );
}

/** "Van der Meer": a particle with a capital before the name it belongs to. */
function isParticle(words: readonly Word[], index: number, reader: LanguageReader): boolean {
  const next = words[index + 1]?.text ?? '';
  return (
    reader.particles.at(words, index) !== undefined &&
    (isCapitalised(next) || reader.particles.at(words, index + 1) !== undefined)
  );
}

/** Not an abstract noun or a plural by its ending. */
function looksPersonal(word: string, { language }: LanguageReader): boolean {
  if (language.tag === 'uk')
    return (
      /(?:ко|ськ(?:ий|а)|[оє]ва|іна|[^аеєиіїоуюяь])$/u.test(word) &&
      !/(?:ість|(?:мов|снов|голов|церкв|дібров)а)$/iu.test(word)
    );
  if (language.tag !== 'en') return true;
  return !/(?:[^s]s|tion|sion|ment|ness|ity|ing|ship|ance|ence|age|ure|ism|ics|out|ay|work|time|th)$/u.test(word);
}

/** A sentence's start, a cell, or behind an article: there a common word may have a capital. */
function isCommonPlace(words: readonly Word[], index: number, text: string, reader: LanguageReader): boolean {
  const word = words[index];
  if (word === undefined || reader.language.names.nounsHaveCapitals === true) return true;
  if (isSentenceStart(text, word.start))
    return !/^\s\p{Lu}\p{Ll}/u.test(text.slice(word.end, word.end + 3)) || index > 0;
  const before = words[index - 1];
  if (before === undefined) return true;
  if (
    isCapitalised(before.text) &&
    /^ $/.test(text.slice(before.end, word.start)) &&
    !/^\s\p{Lu}/u.test(text.slice(word.end))
  )
    return true;
  const isHyphened = /^-$/.test(text.slice(before.end, word.start));
  if (isHyphened || reader.determiners.at(words, index - 1) !== undefined) return true;
  if (reader.joins.at(words, index - 1) !== undefined) return isCommonPlace(words, index - 2, text, reader);
  return false;
}

/** "Point A", "Phase II": what a label counts by is no name. */
function isLabelEnd(text: string, start: number): boolean {
  return /(?:^|\n)[\p{L}]+ $/u.test(text.slice(0, start)) && /^\p{Lu}(?!\p{L})/u.test(text.slice(start));
}

/** "Mio.", "Mrd." in a table's head. */
function isScale(words: readonly Word[], index: number, reader: LanguageReader): boolean {
  return (
    reader.scales.at(words, index) !== undefined ||
    reader.shortScales.at(words, index) !== undefined ||
    reader.units.at(words, index) !== undefined
  );
}

/** A symbol of a unit, which a source may write out: one that is nothing else, or one behind its number (SI brochure, 9th edition). */
function isUnit(word: string, before = ''): boolean {
  return /^[MGT]?(?:Hz|Wh|Pa|eV)$/.test(word) || (/\d$/.test(before) && /^[MGT]?(?:[ABJNVW]|VA)$/.test(word));
}

/** A title in capitals: every longer word has one, and some of them are no names. */
function isTitleCase(words: readonly Word[], text: string, reader: LanguageReader): boolean {
  const { language } = reader;
  if (text.includes('\n') || language.names.nounsHaveCapitals === true) return false;
  if (language.tag === 'en' && hasSmallCapitals(words, reader)) return true;
  const longer = words.slice(1).filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text));
  return (
    longer.length >= 3 &&
    longer.every(
      ({ text }) => isCapitalised(text) || /^(?:from|with|over|into|than|that|about|after|under)$/.test(text),
    )
  );
}

/** Small words that stay small in a title. */
const smallInTitle =
  /^(?:an?|the|and|but|or|nor|for|so|yet|as|at|by|in|of|off|on|per|to|up|via|vs|from|with|into|over)$/;

/** "Why the Minister Had to Go": a verb or a pronoun inside has a capital, and no word that could have one lacks it. */
function hasSmallCapitals(words: readonly Word[], reader: LanguageReader): boolean {
  const rest = words.slice(1).filter(({ text }) => /^\p{L}/u.test(text));
  return (
    rest.length >= 3 &&
    rest.every(({ text }) => isCapitalised(text) || smallInTitle.test(text)) &&
    rest.some(({ text }) => text !== 'I' && isCapitalised(text) && reader.verbs.of(text) !== undefined)
  );
}
