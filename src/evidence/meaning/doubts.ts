import type { FoundWords } from '../../model.js';
import type { NameContext, NameFact } from '../name-fact.js';
import { normalise } from '../normalise.js';
import type { PreparedParagraph } from '../prepared-source.js';
import type { LanguageReader } from '../reader.js';
import { nearestSentences } from './clause.js';
import { findMiscount } from './counts.js';
import { findDirection } from './direction.js';
import type { Doubt } from './doubt.js';
import { findNegation } from './negation.js';
import { findTurnedBounds, findTurnedNumbers } from './order.js';
import { readParagraph, readText } from './read-text.js';
import { findOtherSpeaker, findTurnedRoles } from './speaker.js';
import { findOtherSubject } from './subject.js';
import { findTrimmed } from './trimmed.js';

/** What is known of a claim when its facts have been looked for. */
export interface CheckedText {
  /** Normalised, quotations blanked. */
  readonly text: string;
  readonly names: readonly NameFact[];
  readonly reader: LanguageReader;
  readonly context: NameContext;
  /** The quotations that were found, and where. */
  readonly quoted: readonly { readonly words: string; readonly found: readonly FoundWords[] }[];
}

/** What rests on more paragraphs is no statement of one of them. */
const mostParagraphs = 6;

/**
 * What is doubtful of a claim whose words were found: it may turn round what the source says. Only a source in the claim's own
 * language is asked; one doubt of a kind is enough.
 */
export function doubtsOf(claim: CheckedText, cited: readonly PreparedParagraph[]): readonly Doubt[] {
  const { text, reader, names, context } = claim;
  const paragraphs = cited.filter((paragraph) => paragraph.reader === reader);
  if (paragraphs.length === 0 || paragraphs.length > mostParagraphs) return [];
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const doubts: (Doubt | undefined)[] = [];
  const read = readText(text, reader);
  for (const sentence of read.sentences) {
    const nearest = nearestSentences(sentence, sentences);
    const [source] = nearest;
    if (source === undefined) continue;
    doubts.push(findNegation(sentence, source, sentences, reader));
    doubts.push(...nearest.map((one) => findDirection(sentence, one, reader)));
  }
  const whole = paragraphs.map(readParagraph);
  doubts.push(findTurnedBounds(read, whole));
  doubts.push(findTurnedNumbers(read, whole), findMiscount(read, whole));
  for (const paragraph of paragraphs) {
    const ranges = claim.quoted.flatMap(({ words, found }) => {
      const inside = found.filter((one) => one.paragraph === paragraph.number && one.source === paragraph.source);
      const places = inside.flatMap(({ words: shown }) => rangeOf(shown, paragraph));
      doubts.push(findTrimmed(words, read, readParagraph(paragraph), places));
      return places;
    });
    if (claim.quoted.length > 0 && ranges.length === 0) continue;
    const attributed = { text, names, reader };
    doubts.push(findOtherSpeaker(attributed, paragraph, ranges, context), findTurnedRoles(attributed, paragraph));
    doubts.push(findOtherSubject(attributed, paragraph, context));
  }
  const found = doubts.filter((one) => one !== undefined);
  return [...new Map(found.map((one) => [one.rule, one])).values()];
}

function rangeOf(
  words: string,
  { normalised }: PreparedParagraph,
): readonly { readonly start: number; readonly end: number }[] {
  const shown = normalise(words).text;
  const start = normalised.text.indexOf(shown);
  return start === -1 ? [] : [{ start, end: start + shown.length }];
}
