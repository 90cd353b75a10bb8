import type { CommonWords } from '../language/common-words.js';
import type { TextRange } from '../model.js';
import type { NameForms, NameIndex } from './name-index.js';
import { nameWordsOf } from './name-index.js';
import { foldName } from './name-keys.js';
import { bare, isAbbreviation, isCapitalised } from './name-words.js';
import type { LanguageReader } from './reader.js';
import { romanValue } from './roman.js';
import { isSentenceStart } from './sentences.js';
import type { Word } from './words.js';

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
    const isSure = isFound || isName(words, index, text, isTitle, context);
    if (!isSure && !isSoftName(words, index, context)) continue;
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

/** A word with a capital that no dictionary has. */
function isSoftName(words: readonly Word[], index: number, { reader, dictionary }: NameContext): boolean {
  const word = words[index]?.text ?? '';
  if (!isCapitalised(word) || word.length < 3 || dictionary === undefined || dictionary.has(word)) return false;
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
  if (isUnit(word, words[index - 1]?.text) || isScale(words, index, reader)) return false;
  if (isAbbreviation(word))
    return isTitle || (romanValue(word) ?? 0) > 20
      ? text !== text.toUpperCase()
      : text !== text.toUpperCase() && romanValue(word) === undefined;
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
  return context.dictionary !== undefined || (!isTitle && hasPlaceOfName(words, index, text, end, context));
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
  if (/^:\s$/.test(between) && isTextStart(text, words[index]?.start ?? 0))
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
  if (language.tag === 'uk') return /(?:ко|ськ(?:ий|а)|[оє]ва|іна|[^аеєиіїоуюяь])$/u.test(word) && !/ість$/u.test(word);
  if (language.tag !== 'en') return true;
  return !/(?:[^s]s|tion|sion|ment|ness|ity|ing|ship|ance|ence|age|ure|ism|ics|out|ay|work|time|th)$/u.test(word);
}

/** In German: a title, a first name or another noun directly before it, a verb of saying beside it, no article; or usage. */
function isGermanName(
  words: readonly Word[],
  index: number,
  text: string,
  isStart: boolean,
  context: NameContext,
): boolean {
  const { reader } = context;
  const word = words[index];
  if (
    word === undefined ||
    reader.starters.at(words, index) !== undefined ||
    reader.determiners.at(words, index) !== undefined
  )
    return false;
  if (context.isKnownName(word.text)) return true;
  const before = words[index - 1];
  const isNear = before !== undefined && /^ $/.test(text.slice(before.end, word.start));
  if (
    isNear &&
    (reader.determiners.at(words, index - 1) !== undefined ||
      (/^\p{Ll}+(?:e|en|er|es|em)$/u.test(before.text) && !isGermanPlaceWord(before.text)))
  )
    return false;
  if (isNounByEnding(word.text) || context.dictionary?.has(word.text) === true) return false;
  if (reader.titles.endsBefore(words, index) && isNear) return true;
  const next = words[index + 1];
  const isNext = next !== undefined && /^ $/.test(text.slice(word.end, next.start));
  if (isNext && reader.speech.at(words, index + 1) !== undefined) return true;
  if (isNear && reader.speech.at(words, index - 1) !== undefined && !isStart) return true;
  if (isNear && reader.accordingTo.at(words, index - 1) !== undefined) return true;
  if (
    isNear &&
    isCapitalised(before.text) &&
    reader.starters.at(words, index - 1) === undefined &&
    reader.units.of(before.text) === undefined &&
    !isAbbreviation(before.text) &&
    reader.months.of(before.text) === undefined
  )
    return true;
  if (isStart && isTextStart(text, word.start)) {
    if (/^:\s/.test(text.slice(word.end))) return !isParticiple(word.text);
    const isOwner = /[^s]s$/u.test(word.text) && isNext && isCapitalised(next.text);
    if (context.dictionary !== undefined && (isOwner || (isNext && !isInflected(word.text)))) return true;
  }
  if (context.dictionary !== undefined && !isStart) return true;
  return (
    isNear &&
    /^(?:in|bei|nach|aus|gegen|mit|von|zwischen|und|für)$/i.test(before.text) &&
    isPlaceLike(word.text) &&
    !context.isCommonWord(word.text)
  );
}

/** An adjective, adverb or verb that begins a sentence ends so. */
function isInflected(word: string): boolean {
  return /(?:e|er|en|es|em|t|st|nd|lich|ig|isch|weise|mal|s|wärts|bar|sam|los|voll)$/u.test(word);
}

function isParticiple(word: string): boolean {
  return /^(?:ge|ab|an|auf|aus|be|ein|ent|er|ver|vor|zer|zu|un|über|um)\p{L}+(?:t|en)$/iu.test(word);
}

function isGermanPlaceWord(word: string): boolean {
  return /^(?:unter|über|hinter|gegen|neben|wegen|außer|oder|aber|wieder|weiter|einer)$/.test(word);
}

function isNounByEnding(word: string): boolean {
  return /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|nis|nisse|ling|linge|ment|mente|ismus|enz|anz|innen|ern|eln|tum|ler|iker|isten?|bar|zeit|zahl|recht|werk|haus|amt|jahr|jahre|jahren|tag|tage|tagen|monat|monate|stoff|kraft|druck|satz|gang|stand|fall|bau|plan|rat)$/u.test(
    word,
  );
}

/** Ends as names of places and persons do rather than nouns. */
function isPlaceLike(word: string): boolean {
  return /(?:burg|berg|dorf|heim|stadt|hausen|ingen|ow|itz|au|a|o|i|y|land|ien|stein|feld|furt|hagen|haven|brück|münde|mann|ski|sky|ström|sen)$/u.test(
    word,
  );
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

/** The title of a work begins between marks: there a common word may have a capital. */
function isTitleStart(text: string, start: number): boolean {
  return /(?:^|[\s(])'$/.test(text.slice(0, start));
}

function isTextStart(text: string, start: number): boolean {
  return /(?:^|[\n.!?;:]\s?)'?$/.test(text.slice(0, start));
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
function isTitleCase(words: readonly Word[], text: string, { language }: LanguageReader): boolean {
  if (text.includes('\n') || language.names.nounsHaveCapitals === true) return false;
  const longer = words.slice(1).filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text));
  return (
    longer.length >= 3 &&
    longer.every(
      ({ text }) => isCapitalised(text) || /^(?:from|with|over|into|than|that|about|after|under)$/.test(text),
    )
  );
}

/** Where a paragraph spells an abbreviation out, or shortens a name of several words: by their first letters, small words left out. */
export function findInitials(letters: string, words: readonly Word[]): TextRange | undefined {
  const wanted = foldName(letters.replace(/s$/, ''));
  if (wanted.length < 2) return undefined;
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (first === undefined || !isCapitalised(first.text) || foldName(first.text).charAt(0) !== wanted.charAt(0))
      continue;
    let at = 1;
    let index = from + 1;
    let skipped = 0;
    while (at < wanted.length && index < words.length && skipped <= 2) {
      const word = words[index]?.text ?? '';
      if (foldName(word).charAt(0) === wanted.charAt(at) && (word.length > 3 || isCapitalised(word))) {
        at++;
        skipped = 0;
      } else if (word.length <= 3) skipped++;
      else break;
      index++;
    }
    if (at === wanted.length) return { start: first.start, end: words[index - 1]?.end ?? first.end };
  }
  return undefined;
}

/** The first letters of a name of several words, as its abbreviation would have them. */
export function initialsOf(text: string): string {
  return nameWordsOf(text)
    .filter(({ text }) => isCapitalised(text))
    .map(({ text }) => bare(text).charAt(0))
    .join('');
}
