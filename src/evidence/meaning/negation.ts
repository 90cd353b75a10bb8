import type { LanguageReader } from '../reader.js';
import { hasOpposites, isSameWord, overlapOf, type Sentence, type SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';

/** So many words behind a negator it still denies. */
const reach = 4;
/** Words that limit a denial instead of making it: "not until", "not only". */
const limits =
  /^(?:until|till|before|unless|except|only|just|merely|necessarily|bis|erst|nur|bevor|sondern|que|seulement|avant|до|пока|лише|только|тільки|доки|tik|kol|tylko|dopóki|aż|zanim|толькі|пакуль)$/u;

/** They deny a thing rather than a statement, for which there are other words. */
const without =
  /^(?:without|no|none|nothing|nobody|neither|nor|ni|weder|noch|ani|ni|ні|ані|ни|nei|nichts|niemand\p{L}*|rien|personne|nic|nikt|nikogo|niczego|ничего|никто|нічого|ніхто|нічога|nieko|niekas|ohne|kein\p{L}*|aucune?|sans|bez|без|be)$/u;

/** A statement that the source denies, or a denial of what it states: a negator stands beside the same word on one side only. */
export function findNegation(
  claim: Sentence,
  source: Sentence,
  sentences: readonly Sentence[],
  reader: LanguageReader,
): Doubt | undefined {
  if (hasOpposites(claim, source)) return undefined;
  const prefixed = deniedByPrefix(claim, source, reader);
  if (prefixed !== undefined) return prefixed;
  const hasVerbBefore = /^(?:de|fr)$/.test(reader.language.tag);
  const isDenied = claim.words.some(
    (word) => word.isNegator || (word.isDenial && !source.words.some(({ folded }) => isSameWord(folded, word.folded))),
  );
  if (!isDenied) return deniedInSource(claim, source, sentences, hasVerbBefore);
  return deniedInClaim(claim, source, hasVerbBefore, reader);
}

/** "Unlawful" for "lawful", "nepanaikino" for "panaikino": a word that its prefix denies on one side only. */
function deniedByPrefix(claim: Sentence, source: Sentence, { language }: LanguageReader): Doubt | undefined {
  const prefixes = language.meaning.prefixes.split(' ').filter((one) => one !== '');
  if (prefixes.length === 0) return undefined;
  for (const [one, other] of [
    [claim, source],
    [source, claim],
  ] as const)
    for (const [index, word] of one.words.entries()) {
      const rest = restOf(word, prefixes);
      if (rest === undefined || hasNegatorBefore(one, index)) continue;
      if (other.words.some(({ folded }) => isSameWord(folded, word.folded))) continue;
      const at = other.words.findIndex(({ folded, isContent }) => isContent && isFormOf(folded, rest));
      if (at === -1 || hasNegatorBefore(other, at)) continue;
      if (one.words.some(({ folded }) => isFormOf(folded, rest))) continue;
      const about = claim.words.filter((_, place) => place !== (one === claim ? index : at));
      const overlap = overlapOf(about, source.words);
      if (overlap.count < 2 && overlap.share < 0.5) continue;
      const [said, given] = one === claim ? [word, other.words[at]] : [other.words[at], word];
      return doubt(`The claim says "${said?.text}" where the source says "${given?.text}".`);
    }
  return undefined;
}

/** A shorter rest is a word of its own too often: "under", "niedziela". */
const leastRest = 5;

function restOf({ folded, isContent, isNegator, text }: SentenceWord, prefixes: readonly string[]): string | undefined {
  if ((!isContent && !isNegator) || /^\p{Lu}/u.test(text)) return undefined;
  const prefix = prefixes.find((one) => folded.startsWith(one) && folded.length - one.length >= leastRest);
  return prefix === undefined ? undefined : folded.slice(prefix.length);
}

/** The same word but for its ending. */
function isFormOf(word: string, other: string): boolean {
  return word.slice(0, leastRest - 1) === other.slice(0, leastRest - 1) && isSameWord(word, other);
}

function hasNegatorBefore({ words }: Sentence, index: number): boolean {
  return words.slice(Math.max(0, index - 3), index).some(({ isNegator, isDenial }) => isNegator || isDenial);
}

function deniedInSource(
  claim: Sentence,
  source: Sentence,
  sentences: readonly Sentence[],
  hasVerbBefore: boolean,
): Doubt | undefined {
  for (const [index, word] of source.words.entries()) {
    if (!word.isNegator || isLimited(source, index)) continue;
    for (const target of targetsOf(source, index, hasVerbBefore)) {
      const said = claim.words.find((one) => isSameVerb(one, target));
      if (said === undefined || isElsewhere(target, source, sentences)) continue;
      return doubt(
        `The source says "${phrase(source, index, target)}"; the claim says "${said.text}" and denies nothing.`,
      );
    }
  }
  return undefined;
}

function deniedInClaim(
  claim: Sentence,
  source: Sentence,
  hasVerbBefore: boolean,
  reader: LanguageReader,
): Doubt | undefined {
  if (overlapOf(claim.words, source.words).share < 0.5) return undefined;
  for (const [index, word] of claim.words.entries()) {
    if (!word.isNegator || without.test(word.folded) || isLimited(claim, index) || isNotSince(claim, source)) continue;
    const [target] = targetsOf(claim, index, hasVerbBefore);
    if (target === undefined || /\d/.test(target.folded)) continue;
    const at = source.words.findIndex((one) => isSameVerb(one, target));
    if (at === -1) continue;
    const near = source.words.slice(Math.max(0, at - reach * 2), at + reach * 2);
    if (
      near.some((one) => one.isNegator || (one.isDenial && one !== source.words[at] && !isOfVotes(one, source, reader)))
    )
      continue;
    return doubt(
      `The claim says "${phrase(claim, index, target)}"; the source says "${source.words[at]?.text}" and denies nothing there.`,
    );
  }
  return undefined;
}

/** "Never so many since 1993" denies nothing: it is a record in other words. */
function isNotSince({ words }: Sentence, source: Sentence): boolean {
  const isRecord = source.words.some(({ opposites, folded }) => opposites.length > 0 || record.test(folded));
  return (
    isRecord &&
    words.some(
      ({ folded }, index) =>
        since.test(folded) && words.slice(index + 1, index + 4).some(({ text }) => /^(?:1[5-9]|20)\d\d$/.test(text)),
    )
  );
}

const record = /^r[eé][ck]ord|^р[эе]корд/u;
const since = /^(?:since|seit|depuis|od|со|с|з|із|зі|від|ад|nuo)$/u;

const against = /^(?:against|gegen|contre|przeciw|przeciwko|против|проти|супраць|pries)$/u;

/** "Seven votes against four" denies nothing. */
function isOfVotes(word: SentenceWord, { words }: Sentence, reader: LanguageReader): boolean {
  const next = words.indexOf(word) + 1;
  return (
    against.test(word.folded) && (reader.parts.at(words, next) !== undefined || /^\d/.test(words[next]?.text ?? ''))
  );
}

/** What a negator denies: the first content words behind it, and in some languages the verb before it. */
function targetsOf(sentence: Sentence, index: number, hasVerbBefore: boolean): readonly SentenceWord[] {
  const { words } = sentence;
  const clause = words[index]?.clause;
  const behind = words.slice(index + 1, index + 1 + reach).filter((word) => word.clause === clause && word.isContent);
  // "Er schloss einen Rücktritt nicht aus": where nothing follows, the verb may stand far before.
  const far = behind.length === 0 ? words.length : 3;
  const before = hasVerbBefore
    ? words
        .slice(Math.max(0, index - far), index)
        .filter((word) => word.clause === clause && word.isContent && !/^\p{Lu}|\d/u.test(word.text))
    : [];
  return [...behind.slice(0, 1), ...before.slice(-1)];
}

function isLimited({ words }: Sentence, index: number): boolean {
  return (
    words.slice(index + 1).some(({ folded }) => limits.test(folded)) || limits.test(words[index - 1]?.folded ?? '')
  );
}

/** One word in another form, "left" of "leave" among them: both are on one side of a pair of opposites. */
function isSameVerb(one: SentenceWord, other: SentenceWord): boolean {
  if (isSameWord(one.folded, other.folded)) return true;
  return one.opposites.some(({ pair, side }) => other.opposites.some((two) => two.pair === pair && two.side === side));
}

/** The word stands somewhere without a negator before it: then nothing follows from the one that has it. */
function isElsewhere(target: SentenceWord, source: Sentence, sentences: readonly Sentence[]): boolean {
  return sentences.some((sentence) =>
    sentence.words.some(
      (word, at) =>
        !(sentence === source && word.start === target.start) &&
        isSameWord(word.folded, target.folded) &&
        !sentence.words.slice(Math.max(0, at - reach), at + 3).some((one) => one.isNegator),
    ),
  );
}

function phrase({ words }: Sentence, index: number, target: SentenceWord): string {
  const at = words.indexOf(target);
  return words
    .slice(Math.min(index, at), Math.max(index, at) + 1)
    .map(({ text }) => text)
    .join(' ');
}

function doubt(message: string): Doubt {
  return {
    rule: 'evidence-negation',
    message,
    cure: 'Read the paragraph again. Where the claim is right, name the words it rests on.',
  };
}
