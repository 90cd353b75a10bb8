import { blankOut } from '../blank.js';
import { findName } from '../find-name.js';
import type { NameContext, NameFact } from '../name-fact.js';
import { namesOf } from '../names.js';
import { PreparedParagraph } from '../prepared-source.js';
import type { LanguageReader } from '../reader.js';
import { isSameNumber } from '../same-number.js';
import { hasOpposites, isSameWord, overlapOf, type Sentence, type SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';
import { readText } from './read-text.js';

/** A longer one names too many to tell who speaks. */
const longestSentence = 70;

/** A claim about somebody: its text, quotations blanked, and the names that were found in it. */
export interface Attributed {
  readonly text: string;
  readonly names: readonly NameFact[];
  readonly reader: LanguageReader;
}

/**
 * A quotation or statement that the claim gives to one name of the paragraph, where its sentence has another name beside a verb of
 * saying, or begins with it.
 */
export function findOtherSpeaker(
  claim: Attributed,
  paragraph: PreparedParagraph,
  quoted: readonly { readonly start: number; readonly end: number }[],
  context: NameContext,
): Doubt | undefined {
  const [named] = claim.names;
  if (named === undefined || claim.names.length > 3 || !isClaimant(named, claim)) return undefined;
  const text = paragraph.normalised.text;
  const { sentences } = paragraph;
  const range = quoted.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  const hasCases = claim.reader.language.names.endings.length > 1;
  if (range === undefined && isPlaceIn(paragraph, named, claim.reader)) return undefined;
  const own =
    range === undefined
      ? statement(claim, sentences)
      : sentences.find(({ start, end }) => start <= range.start && range.start < end + 2);
  if (own === undefined) return undefined;
  if (own.words.length > longestSentence || !hasNumbers(claim, own, paragraph)) return undefined;
  const isInCase = hasCases && !paragraph.nameWords.some((word) => word.text === named.word);
  if (isInCase || !claim.names.every((name) => findName(name, paragraph, claim.reader) !== undefined)) return undefined;
  const shown = sentenceText(own, text, range);
  const part = new PreparedParagraph(paragraph.source, paragraph.number, shown, paragraph.reader);
  if (claim.names.some((name) => findName(name, part, claim.reader) !== undefined)) return undefined;
  const { calendar, dates } = part.facts;
  const names = namesOf(blankOut(part.normalised.text, [...calendar, ...dates]), {
    ...context,
    reader: paragraph.reader,
  });
  const [sentence] = part.sentences;
  const mustSpeak = range !== undefined || hasCases;
  const other = names.find((name) => !name.isSoft && isSubject(name, sentence?.words ?? [], part.reader, mustSpeak));
  if (other === undefined) return undefined;
  return {
    rule: 'evidence-speaker',
    message: `The claim gives this to ${named.text}; the sentence of the source names ${other.text}.`,
    cure: 'Read who says or does it. Where the claim is right, name the words it rests on.',
  };
}

const preposition = /^(?:in|by|of|to|from|at|for|with|an|bei|à|de|w|в|у|на|з|с|do|od)$/i;

/** "The library of Riga": a place says nothing, whatever stands behind its colon. */
function isPlaceIn(paragraph: PreparedParagraph, name: NameFact, reader: LanguageReader): boolean {
  const at = findName(name, paragraph, reader);
  const before = at === undefined ? undefined : paragraph.words.findLast(({ end }) => end <= at.start);
  return before !== undefined && preposition.test(before.text);
}

/** The sentence has the numbers of the claim; else it says something else. */
function hasNumbers({ text, reader }: Attributed, { start, end }: Sentence, { facts }: PreparedParagraph): boolean {
  const inside = facts.numbers.filter((one) => start <= one.start && one.end <= end + 1);
  return readText(text, reader).facts.numbers.every(
    (one) => one.isSpelled || inside.some((other) => isSameNumber(one, other)),
  );
}

/** Who the claim is about: its first name where it begins with it, or stands before a colon or beside a verb of saying. */
function isClaimant(name: NameFact, { text, reader }: Attributed): boolean {
  const words = readText(text, reader).sentences.flatMap((sentence) => sentence.words);
  const at = words.findIndex(({ start }) => start === name.start);
  const isHead = at <= 1 || reader.titles.endsBefore(words, at) || /^\p{Lu}/u.test(words[at - 1]?.text ?? '');
  if (at <= 1 || (isHead && /^\s?:/.test(text.slice(name.end)))) return true;
  return words.slice(Math.max(0, at - 2), at + 4).some((word) => reader.speech.at([word], 0) !== undefined);
}

/** The sentence that says what the claim says, names apart. */
function statement({ text, names, reader }: Attributed, sentences: readonly Sentence[]): Sentence | undefined {
  const [claim, ...more] = readText(text, reader).sentences;
  if (claim === undefined || more.length > 1) return undefined;
  const words = [claim, ...more]
    .flatMap((sentence) => sentence.words)
    .filter((word) => !names.some(({ start, end }) => start <= word.start && word.start < end));
  const ranked = sentences
    .map((sentence) => ({ sentence, ...overlapOf(words, sentence.words) }))
    .sort((a, b) => b.count - a.count);
  const [best, next] = ranked;
  if (best === undefined || best.count < 2 || best.share < 0.5 || best.count === next?.count) return undefined;
  return best.sentence;
}

/** What reports a quotation: its sentence without the quoted words. */
function sentenceText(
  { start, end }: Sentence,
  text: string,
  range: { readonly start: number; readonly end: number } | undefined,
): string {
  if (range === undefined) return text.slice(start, end);
  const from = Math.max(start, range.start);
  const to = Math.min(end, range.end);
  return `${text.slice(start, from)} ${text.slice(to, end)}`;
}

/** A name that speaks, or that begins its sentence. */
function isSubject(
  name: NameFact,
  words: readonly SentenceWord[],
  reader: LanguageReader,
  mustSpeak: boolean,
): boolean {
  const at = words.findIndex(({ start }) => start === name.start);
  if (at === -1 || isAdjective(words, at, reader)) return false;
  if (preposition.test(words[at - 1]?.text ?? '')) return false;
  const around = words.slice(Math.max(0, at - 3), at + (mustSpeak ? 12 : 7));
  const speaks = around.some((word) => reader.speech.at([word], 0) !== undefined);
  return speaks || (!mustSpeak && at <= 2);
}

/** "German households": who is meant are the households. */
function isAdjective(words: readonly SentenceWord[], at: number, reader: LanguageReader): boolean {
  const next = words[at + 1];
  if (reader.countries.at(words, at)?.value.isAdjective !== true || next === undefined) return false;
  return /^\p{Ll}/u.test(next.text) && next.isContent && reader.speech.at(words, at + 1) === undefined;
}

/** Two names with a verb between them, which in the source change places: who sells to whom. */
export function findTurnedRoles(claim: Attributed, paragraph: PreparedParagraph): Doubt | undefined {
  const [one, two] = claim.names;
  if (one === undefined || two === undefined || claim.names.length !== 2) return undefined;
  const [sentence] = readText(claim.text, claim.reader).sentences;
  if (sentence === undefined || sentence.words.some(({ isNegator }) => isNegator)) return undefined;
  if (/[,:;(]|\s-\s/.test(claim.text.slice(one.end, two.start))) return undefined;
  const between = sentence.words.filter(({ start, end }) => start >= one.end && end <= two.start);
  const verbs = between.filter(
    ({ isContent, text }) => isContent || claim.reader.language.names.verbs.split(' ').includes(text),
  );
  if (verbs.length === 0 || between.some((word) => claim.reader.by.at([word], 0) !== undefined)) return undefined;
  for (const source of paragraph.sentences) {
    const text = paragraph.normalised.text.slice(source.start, source.end);
    const part = new PreparedParagraph(paragraph.source, paragraph.number, text, paragraph.reader);
    const first = findName(two, part, claim.reader);
    const second = findName(one, part, claim.reader);
    if (first === undefined || second === undefined || first.end > second.start) continue;
    const middle = source.words.filter(
      ({ start, end }) => start - source.start >= first.end && end - source.start <= second.start,
    );
    if (middle.length > 12 || hasOpposites(sentence, source)) continue;
    const ahead = source.words.filter(({ end }) => end - source.start <= second.start).at(-1)?.folded ?? '';
    if (/^(?:in|at|near|on|bei|im|am|w|we|v|u|en|dans)$|^[ву]$/.test(ahead)) continue;
    const isSame = verbs.some(({ folded }) => middle.some((word) => isSameWord(word.folded, folded)));
    if (!isSame || middle.some((word) => paragraph.reader.by.at([word], 0) !== undefined)) continue;
    const hasCases = claim.reader.language.names.endings.length > 1;
    const forms = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
    if (hasCases && (forms[0] === two.text || forms[1] === one.text)) continue;
    return {
      rule: 'evidence-direction',
      message: `The claim has ${one.text} before ${two.text}; the source has them the other way round.`,
      cure: 'Read who does what to whom. Where the claim is right, name the words it rests on.',
    };
  }
  return undefined;
}
