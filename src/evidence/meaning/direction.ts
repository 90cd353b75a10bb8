import type { LanguageReader } from '../reader.js';
import { isSameWord, overlapOf, type Sentence, type SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';

/** A claim that has one of a pair of opposites where the source, about the same, has the other. */
export function findDirection(claim: Sentence, source: Sentence, reader: LanguageReader): Doubt | undefined {
  // Most claims have no word that has an opposite.
  if (claim.words.every(({ opposites }) => opposites.length === 0)) return amounts(claim, source, reader);
  const part = nearestClause(claim, source);
  for (const [index, word] of claim.words.entries())
    for (const { pair, side } of word.opposites) {
      if (isNegated(claim.words, index) || has(claim.words, pair, 1 - side)) continue;
      if (has(part, pair, side)) continue;
      const at = part.findIndex((one) => one.opposites.some((other) => other.pair === pair && other.side !== side));
      const other = part[at];
      if (other === undefined || isNegated(part, at)) continue;
      const rest = claim.words.filter((one) => one !== word);
      const overlap = overlapOf(rest, part);
      if ((overlap.count < 2 && overlap.share < 0.5) || areNamesTurned(claim, source)) continue;
      return doubt(`The claim says "${word.text}" where the source says "${other.text}".`);
    }
  return (
    comparison(claim, source, reader) ??
    changeBetweenYears(claim, source, reader) ??
    sameWordBehind(claim, source) ??
    amounts(claim, source, reader)
  );
}

/** "Plus cher qu'en Normandie" where the source has "moitié moins qu'en Normandie": both compare with the same. */
function comparison(claim: Sentence, source: Sentence, reader: LanguageReader): Doubt | undefined {
  for (const one of comparisonsOf(claim, reader)) {
    const others = comparisonsOf(source, reader);
    const turned = others.find((other) => areTurned(one, other));
    if (turned !== undefined) return doubt(`The claim has "${one.text}" of another one of the two than the source.`);
    const same = others.filter((other) => isSameWord(one.than, other.than));
    const sides = same.flatMap(({ opposites }) => opposites.filter(({ pair }) => one.pairs.has(pair)));
    const [other] = same;
    if (other === undefined || sides.length === 0) continue;
    const isTurned = sides.every(({ pair, side }) => one.pairs.get(pair) === 1 - side);
    if (isTurned) return doubt(`The claim says "${one.text}" where the source says "${other.text}".`);
  }
  return undefined;
}

interface Comparison {
  readonly text: string;
  readonly opposites: SentenceWord['opposites'];
  readonly pairs: ReadonlyMap<number, number>;
  /** The first content word behind "than". */
  readonly than: string;
  /** The content words before it, in its clause. */
  readonly before: readonly string[];
}

/** "Maize needs less than sorghum" where the source has "sorghum needs less than maize". */
function areTurned(one: Comparison, other: Comparison): boolean {
  const isSide = other.opposites.some(({ pair, side }) => one.pairs.get(pair) === side);
  const [first, second] = [one.before[0], other.before[0]];
  if (!isSide || first === undefined || second === undefined) return false;
  return isSameWord(first, other.than) && isSameWord(second, one.than) && !isSameWord(one.than, other.than);
}

/** Where a sentence has one of a pair of opposites and, not far behind it, what it compares with. */
function comparisonsOf({ words }: Sentence, { than }: LanguageReader): readonly Comparison[] {
  return words.flatMap((word, index): readonly Comparison[] => {
    if (word.opposites.length === 0 || isNegated(words, index)) return [];
    const at = words.findIndex(
      (_, place) => place > index && place <= index + 4 && than.at(words, place) !== undefined,
    );
    const compared = at === -1 ? undefined : words.slice(at + 1, at + 5).find(({ isContent }) => isContent);
    if (compared === undefined) return [];
    const pairs = new Map(word.opposites.map(({ pair, side }) => [pair, side]));
    const before = words.slice(0, index).filter((one) => one.isContent && one.clause === word.clause);
    return [
      {
        text: word.text,
        opposites: word.opposites,
        pairs,
        than: compared.folded,
        before: before.map(({ folded }) => folded),
      },
    ];
  });
}

/** The first two pairs of a language: growth and decline, more and less. */
const [growth, quantity] = [0, 1];

/** "Output fell" where the source has "9 per cent more than a year before". */
function changeBetweenYears(claim: Sentence, source: Sentence, reader: LanguageReader): Doubt | undefined {
  const one = changesOf(claim, reader);
  const [said] = one;
  if (said === undefined) return undefined;
  const other = changesOf(source, reader);
  const { count, share } = overlapOf(
    claim.words.filter(({ opposites }) => opposites.length === 0),
    source.words,
  );
  if (count < 2 && share < 0.5) return undefined;
  const [given] = other;
  if (given === undefined) return undefined;
  if (said.pair === growth && given.pair === growth) return undefined;
  if (one.some(({ side }) => side !== said.side) || other.some(({ side }) => side === said.side)) return undefined;
  return doubt(`The claim says "${said.text}" where the source says "${given.text}".`);
}

/** What a sentence says of growth, "more than a year before" among it. */
function changesOf(
  { words }: Sentence,
  reader: LanguageReader,
): readonly { readonly text: string; readonly pair: number; readonly side: number }[] {
  return words.flatMap((word, index) =>
    word.opposites
      .filter(({ pair }) => pair === growth || (pair === quantity && isThanBefore(words, index, reader)))
      .filter(() => !words.slice(Math.max(0, index - 3), index).some(({ isNegator }) => isNegator))
      .map(({ pair, side }) => ({ text: word.text, pair, side })),
  );
}

const lastYear = /^(?:užpernai|pernai|торік|позаторік|летась|пазалетась|zeszł\p{L}*|ubiegł\p{L}*|before|earlier)$/u;

/** Behind "more" stands "than", and then a year or how long ago. */
function isThanBefore(words: readonly SentenceWord[], index: number, { than, units }: LanguageReader): boolean {
  const from = words.findIndex((_, at) => at > index && at <= index + 6 && than.at(words, at) !== undefined);
  if (from === -1) return false;
  return words.slice(from + 1, from + 5).some((word, offset) => {
    const isTime = /^(?:year|month|week|day)$/.test(units.at(words, from + 1 + offset)?.value ?? '');
    return isTime || /^(?:1[5-9]|20)\d\d$/.test(word.text) || lastYear.test(word.text.toLowerCase());
  });
}

/** "Less accurate" where the source has "more accurate", whatever else it has more of. */
function sameWordBehind(claim: Sentence, source: Sentence): Doubt | undefined {
  if (areNamesTurned(claim, source)) return undefined;
  for (const [index, word] of claim.words.entries())
    for (const { pair, side } of word.opposites) {
      const next = claim.words[index + 1];
      if (pair !== quantity || next?.isContent !== true || next.clause !== word.clause || isNegated(claim.words, index))
        continue;
      const pairs = source.words.filter((_, at) => isSameWord(source.words[at + 1]?.folded ?? '', next.folded));
      const sides = pairs.flatMap(({ opposites }) => opposites.filter((one) => one.pair === pair));
      if (sides.length > 0 && sides.every((one) => one.side !== side))
        return doubt(`The claim says "${word.text} ${next.text}"; the source says the opposite of "${next.text}".`);
    }
  return undefined;
}

/** Two names in turned order: with the opposite word that says the same. */
function areNamesTurned(claim: Sentence, source: Sentence): boolean {
  const places = claim.words
    .filter(({ text }) => /^\p{Lu}/u.test(text))
    .map(({ folded }) => source.words.findIndex((word) => isSameWord(word.folded, folded)))
    .filter((at) => /^\p{Lu}/u.test(source.words[at]?.text ?? ''));
  return places.length === 2 && (places[0] ?? 0) > (places[1] ?? 0);
}

/** "All of Norland" where the source has "most of Norland": the same noun stands behind. */
function amounts(claim: Sentence, source: Sentence, { amounts }: LanguageReader): Doubt | undefined {
  const found = (
    words: readonly SentenceWord[],
  ): readonly { amount: number; text: string; noun: string | undefined }[] =>
    words.flatMap((word, index) => {
      const at = amounts.at(words, index);
      if (at === undefined) return [];
      const noun = words.slice(index + at.length, index + at.length + 4).find(({ isContent }) => isContent)?.folded;
      return [{ amount: at.value, text: word.text, noun }];
    });
  const inSource = found(source.words);
  for (const one of found(claim.words)) {
    const same = inSource.filter(
      ({ noun }) => noun !== undefined && one.noun !== undefined && isSameWord(noun, one.noun),
    );
    const [other] = same;
    if (other !== undefined && same.every(({ amount }) => amount !== one.amount))
      return doubt(`The claim says "${one.text}" where the source says "${other.text}".`);
  }
  return undefined;
}

/** The clauses of a sentence that hold most of the claim, or the whole sentence where it is one. */
function nearestClause(claim: Sentence, { words }: Sentence): readonly SentenceWord[] {
  const clauses = [...new Set(words.map(({ clause }) => clause))].map((clause) =>
    words.filter((word) => word.clause === clause),
  );
  const best = clauses
    .map((clause) => ({ clause, ...overlapOf(claim.words, clause) }))
    .sort((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count >= 2 && best.share >= 0.5 ? best.clause : words;
}

function has(words: readonly SentenceWord[], pair: number, side: number): boolean {
  return words.some(({ opposites }) => opposites.some((one) => one.pair === pair && one.side === side));
}

function isNegated(words: readonly SentenceWord[], index: number): boolean {
  // "No earlier than" begins with its own negator.
  if (words[index]?.isNegator === true) return false;
  return words.slice(Math.max(0, index - 3), index + 2).some(({ isNegator }) => isNegator);
}

function doubt(message: string): Doubt {
  return {
    rule: 'evidence-direction',
    message,
    cure: 'Read the paragraph again. Where the claim is right, name the words it rests on.',
  };
}
