import type { RuleName } from '../model/rules.js';
import type { Claim, Diagnostic } from '../model.js';
import { checkNumbers, type MissingNumber } from './check-numbers.js';
import { elsewhere } from './passages.js';
import { placeOfWords } from './place-of-words.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import { findAcross, prepareQuotation } from './quotation.js';
import type { LanguageReader } from './reader.js';
import { textOutsideQuotations } from './text-outside-quotations.js';

/**
 * Numbers and quotations in notes must stand somewhere in a source: in what the note itself or its slide cites, else anywhere. What does
 * not is worth a warning, since it will be said aloud.
 */
export function checkNotes(
  notes: readonly Claim[],
  sources: readonly PreparedSource[],
  ofSlides: ReadonlyMap<number, readonly PreparedParagraph[]>,
  reader: LanguageReader,
): readonly Diagnostic[] {
  const all = sources.flatMap((source) => source.paragraphs);
  if (all.length === 0) return [];
  return notes.flatMap((note) => {
    const own = ofSlides.get(note.slide.number) ?? [];
    const warn = (rule: RuleName, words: string, message: string): Diagnostic => ({
      rule,
      severity: 'warning',
      message,
      place: placeOfWords(note, words),
      cure: 'Correct it, or leave it where you know that it is right.',
    });
    const quotations = note.quotations.map(({ start, end }) => note.text.slice(start, end));
    const unfound = quotations.filter((words) => !isQuotedIn(words, own) && !isQuotedIn(words, all));
    return [
      ...unfound.map((words) => {
        const where = elsewhere(prepareQuotation(words), own.length > 0 ? own : all, sources);
        return warn('quotation', words, `The notes quote "${words}"; ${where}.`);
      }),
      ...missingNumbers(textOutsideQuotations(note), own, all, reader).map(({ what, text }) =>
        warn('number', text, `The notes give the ${what} ${text}, which is in no source.`),
      ),
    ];
  });
}

function isQuotedIn(words: string, paragraphs: readonly PreparedParagraph[]): boolean {
  const quotation = prepareQuotation(words);
  return paragraphs.some(({ normalised }) => findAcross(quotation, [normalised]) !== undefined);
}

/** All paragraphs are read for their numbers only where the slide's own do not have one. */
function missingNumbers(
  text: string,
  own: readonly PreparedParagraph[],
  all: readonly PreparedParagraph[],
  reader: LanguageReader,
): readonly MissingNumber[] {
  const { missing } = checkNumbers(text, reader, own, all);
  return missing.every(({ elsewhere }) => elsewhere.length > 0) ? [] : checkNumbers(text, reader, all, all).missing;
}
