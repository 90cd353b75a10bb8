import type { NameContext } from './name-fact.js';
import { isAbbreviation, isCapitalised } from './name-words.js';
import { isTextStart } from './sentences.js';
import type { Word } from './words.js';

/** In German: a title, a first name or another noun directly before it, a verb of saying beside it, no article; or usage. */
export function isGermanName(
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
  // A noun alone in its cell, "Land", is a noun, though a source has "IG Land".
  const isAlone = isTextStart(text, word.start) && /^\s*(?:$|\n)/.test(text.slice(word.end));
  if (context.isKnownName(word.text)) return !(isAlone && context.dictionary?.has(word.text) === true);
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
  // "Halmarks Aderlass": what belongs to somebody is a thing.
  if (isNear && /[^s]s$/u.test(before.text) && context.isKnownName(before.text.slice(0, -1))) return false;
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
    reader.scales.of(before.text) === undefined &&
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
