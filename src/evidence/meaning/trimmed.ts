import type { LanguageReader } from '../reader.js';
import type { Sentence, SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';
import type { ReadText } from './read-text.js';

/** So many words before a quotation may deny it. */
const reach = 3;
/** Behind these words and the comma before them a clause goes on that was denied: "nicht, dass …". */
const that = /^(?:that|dass|daß|że|żeby|iż|что|чтобы|що|што|каб|kad|jog|que|qu)$/u;

/** These deny the next word only. */
const without = /^(?:without|ohne|sans|bez|без|be)$/u;

/** A quotation that leaves out a word of the source which denies or ranks it: directly before the quotation, or in its ellipsis. */
export function findTrimmed(
  quotation: string,
  claim: ReadText,
  { text, reader, sentences }: ReadText,
  ranges: readonly { readonly start: number; readonly end: number }[],
): Doubt | undefined {
  if (claim.sentences.some(({ words }) => words.some(({ isNegator, isDenial }) => isNegator || isDenial)))
    return undefined;
  const [first] = ranges;
  if (first === undefined) return undefined;
  const sentence = sentences.find(({ start, end }) => start <= first.start && first.start <= end);
  const before = wordsBefore(sentence?.words ?? [], first.start);
  const denied = before.find(
    ({ isNegator, folded }, index) => isNegator && (!without.test(folded) || index === before.length - 1),
  );
  const last = before.at(-1);
  const rank = last === undefined ? undefined : rankAt(sentence?.words ?? [], last, reader);
  const cut = denied ?? rank ?? (ranges.length < 2 ? undefined : insideEllipsis(sentences, ranges));
  if (cut === undefined) return undefined;
  const from = Math.min(cut.start, first.start);
  const shown = text.slice(from, Math.min(text.length, first.end));
  return {
    rule: 'quotation-trimmed',
    message: `"${quotation}" leaves out "${cut.text}": the source has "${shown.length > 90 ? `${shown.slice(0, 88)}…` : shown}".`,
    cure: 'Quote those words too, or say in the claim what they say.',
  };
}

/** The words just before a position, within its clause, or behind "that" within the clause before it too. */
function wordsBefore(words: readonly SentenceWord[], start: number): readonly SentenceWord[] {
  const ahead = words.filter((word) => word.end <= start);
  const here = words.find((word) => word.start >= start)?.clause;
  const own = ahead.filter(({ clause }) => clause === here);
  const opensClause = own.length <= 2 && own.some(({ folded }) => that.test(folded));
  if (opensClause || (own.length > 0 && own.length <= reach && own.some(({ folded }) => that.test(folded))))
    return ahead.slice(-(own.length + 5));
  const link = own.slice(-2).some(({ folded }) => that.test(folded));
  return own.slice(link ? -7 : -reach);
}

function rankAt(words: readonly SentenceWord[], word: SentenceWord, reader: LanguageReader): SentenceWord | undefined {
  const part = reader.parts.at(words, words.indexOf(word))?.value;
  return part !== undefined && 'adds' in part && part.isOrdinal === true && part.adds > 1 ? word : undefined;
}

/** A quotation that keeps a denial may leave out another one. */
function isInside(word: SentenceWord, ranges: readonly { readonly start: number; readonly end: number }[]): boolean {
  return ranges.some(({ start, end }) => word.start >= start && word.end <= end);
}

function insideEllipsis(
  sentences: readonly Sentence[],
  ranges: readonly { readonly start: number; readonly end: number }[],
): SentenceWord | undefined {
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.some((word) => word.isNegator && isInside(word, ranges))) return undefined;
  return ranges
    .slice(1)
    .map((range, index) =>
      words.find((word) => word.isNegator && word.start >= (ranges[index]?.end ?? 0) && word.end <= range.start),
    )
    .find((word) => word !== undefined);
}
