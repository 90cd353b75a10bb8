import { foldName } from '../name-keys.js';
import type { LanguageReader, Opposite } from '../reader.js';
import { type Word, wordsOf } from '../words.js';
import { withPrefixes } from './separable.js';

/** A word of a sentence by what it does there. */
export interface SentenceWord extends Word {
  readonly folded: string;
  readonly isNegator: boolean;
  readonly isDenial: boolean;
  readonly opposites: readonly Opposite[];
  /** Says what the sentence is about: no article, pronoun or other small word. */
  readonly isContent: boolean;
  /** Counted from 0: a new clause begins behind a comma, a dash or a colon. */
  readonly clause: number;
}

/** A sentence, its words in order; `start` and `end` are positions in the text it was cut from. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly SentenceWord[];
}

const abbreviation =
  /(?:^|[\s(])(?:\p{L}{1,2}|proc|tys|mln|mld|млн|млрд|тыс|тис|tūkst|mlrd|godz|tzw|ok|bzw|ca|vgl|Abs|art|ст|им)$/u;

/** The sentences of a normalised text. A stop behind an abbreviation or a number ends none. */
export function sentencesOf(
  text: string,
  reader: LanguageReader,
  words: readonly Word[] = wordsOf(text),
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let current: SentenceWord[] = [];
  let clause = 0;
  const close = (): void => {
    const [first, last] = [current[0], current.at(-1)];
    if (first !== undefined && last !== undefined)
      sentences.push({ start: first.start, end: last.end, words: withPrefixes(current, reader) });
    current = [];
    clause = 0;
  };
  words.forEach((word, index) => {
    const before = words[index - 1];
    const gap = before === undefined ? '' : text.slice(before.end, word.start);
    if (before !== undefined && endsSentence(gap, before, word, text, reader)) close();
    else if (gap !== ',' && /[,:()]|\s-\s|\uFFFC/u.test(gap)) clause++;
    current.push(asSentenceWord(words, index, clause, reader));
  });
  close();
  return sentences;
}

/** Whether one sentence has the opposite of a word of the other: then a denial turns nothing round. */
export function hasOpposites(one: Sentence, other: Sentence): boolean {
  return one.words.some(({ opposites }) =>
    opposites.some(({ pair, side }) =>
      other.words.some((word) => word.opposites.some((two) => two.pair === pair && two.side !== side)),
    ),
  );
}

/** Whether two words are forms of one: they share all but their last letters. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3 || long.length - short.length > 4) return false;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  return common >= Math.max(3, Math.ceil(long.length * 0.6)) && short.length - common <= 3;
}

/** How many content words of one sentence stand in another, as a share of the first one's. */
export function overlapOf(
  one: readonly SentenceWord[],
  other: readonly SentenceWord[],
): { readonly count: number; readonly share: number } {
  const content = one.filter(({ isContent }) => isContent);
  const count = content.filter(({ folded }) => other.some((word) => isSameWord(word.folded, folded))).length;
  return { count, share: content.length === 0 ? 0 : count / content.length };
}

/** The sentence that has most of a claim's words; undefined where none has enough to be about the same. */
export function nearestSentence(claim: Sentence, sentences: readonly Sentence[]): Sentence | undefined {
  return nearestSentences(claim, sentences)[0];
}

/** The sentences that have most of a claim's words, mostly one; none where none has enough. */
export function nearestSentences(claim: Sentence, sentences: readonly Sentence[]): readonly Sentence[] {
  let best: readonly Sentence[] = [];
  let most = { count: 0, share: 0 };
  for (const sentence of sentences) {
    const overlap = overlapOf(claim.words, sentence.words);
    if (overlap.count > most.count) [best, most] = [[sentence], overlap];
    else if (overlap.count === most.count && overlap.count > 0) best = [...best, sentence];
  }
  return most.count >= 2 || most.share >= 0.5 ? best : [];
}

function endsSentence(gap: string, before: Word, word: Word, text: string, reader: LanguageReader): boolean {
  if (/[!?;\n]/.test(gap)) return true;
  if (!/\./.test(gap)) return false;
  if (/\.'?\s*[[(]?'?$/.test(gap) === false && !/\.\s/.test(gap)) return false;
  const isAbbreviated =
    abbreviation.test(text.slice(Math.max(0, before.end - 8), before.end)) ||
    /^\d{1,2}$/.test(before.text) ||
    isShortTitle(before, reader);
  return (
    !isAbbreviated ||
    (/^\p{Lu}/u.test(word.text) &&
      before.text.length > 3 &&
      !/^\p{Lu}/u.test(before.text) &&
      !/^(?:proc|tys|tūkst|mlrd|godz)$/.test(before.text))
  );
}

/** "Gen.", "Sept.", "Art." end no sentence; "Penn." and "Sroka." do. */
function isShortTitle(word: Word, { titles, months, labels, articles }: LanguageReader): boolean {
  if (!/^\p{Lu}\p{L}{0,4}$/u.test(word.text)) return false;
  return [titles, months, labels, articles].some((list) => list.at([word], 0) !== undefined);
}

function asSentenceWord(words: readonly Word[], index: number, clause: number, reader: LanguageReader): SentenceWord {
  const word = words[index] ?? { text: '', start: 0, end: 0 };
  const { text, start, end } = word;
  if (!reader.isListed(text) && !/n['’]t$/.test(text)) {
    const isContent = text.length > 3 || /\d|^\p{Lu}/u.test(text);
    return {
      text,
      start,
      end,
      folded: foldedOf(text),
      isNegator: false,
      isDenial: false,
      opposites: none,
      isContent,
      clause,
    };
  }
  const { negators, starters, determiners, particles, verbs, denials, opposites } = reader.sentenceLists;
  const isNegator = negators.at(words, index) !== undefined || /n['’]t$/.test(text);
  const isSmall =
    isNegator ||
    starters.at(words, index) !== undefined ||
    determiners.at(words, index) !== undefined ||
    particles.at(words, index) !== undefined ||
    (verbs.at(words, index) !== undefined && text.length <= 5);
  return {
    text,
    start,
    end,
    folded: foldedOf(text),
    isNegator,
    isDenial: denials.at(words, index) !== undefined,
    opposites: opposites.allAt(words, index),
    isContent: !isSmall && (text.length > 3 || /\d|^\p{Lu}/u.test(text)),
    clause,
  };
}

const none: readonly Opposite[] = [];

const folded = new Map<string, string>();

function foldedOf(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const made = foldName(text.replace(/['’ʼ]s?$/u, ''));
  folded.set(text, made);
  return made;
}
