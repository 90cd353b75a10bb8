import type { RuleName } from '../model/rules.js';
import type { Claim, Diagnostic } from '../model.js';
import { checkNumbers } from './check-numbers.js';
import { elsewhere } from './passages.js';
import type { PreparedSource } from './prepared-source.js';
import { findAcross, prepareQuotation } from './quotation.js';
import type { LanguageReader } from './reader.js';
import { textOutsideQuotations } from './text-outside-quotations.js';

/** Numbers and quotations in notes must stand somewhere in a source; what does not is worth a warning, since it will be said aloud. */
export function checkNotes(
  notes: readonly Claim[],
  sources: readonly PreparedSource[],
  reader: LanguageReader,
): readonly Diagnostic[] {
  const paragraphs = sources.flatMap((source) => source.paragraphs);
  if (paragraphs.length === 0) return [];
  return notes.flatMap((note) => {
    const warn = (rule: RuleName, message: string): Diagnostic => ({
      rule,
      severity: 'warning',
      message,
      place: note.place,
      cure: 'Correct it, or leave it to what you can answer for yourself.',
    });
    const quotations = note.quotations.map(({ start, end }) => note.text.slice(start, end));
    const unfound = quotations.filter((words) => {
      const quotation = prepareQuotation(words);
      return !paragraphs.some(({ normalised }) => findAcross(quotation, [normalised]) !== undefined);
    });
    const { missing } = checkNumbers(textOutsideQuotations(note), reader, paragraphs, paragraphs);
    return [
      ...unfound.map((words) =>
        warn('quotation', `The notes quote "${words}"; ${elsewhere(prepareQuotation(words), paragraphs, sources)}.`),
      ),
      ...missing.map(({ what, text }) => warn('number', `The notes give the ${what} ${text}, which is in no source.`)),
    ];
  });
}
