import { DeckError } from '../../error.js';

/** The error for a PDF that is not the deck. */
export function mismatch(what: string): DeckError {
  return new DeckError(
    'pdf-mismatch',
    `The PDF was not kept, since it does not agree with the deck: ${what}. Run the command again; if it stays, look for a style or script of the deck that hides or moves slides.`,
  );
}

/**
 * What is left of a text when spaces, marks, case and ligatures do not count: how a line was broken or set is not compared. Only scripts
 * whose letters come back from a PDF one by one and in reading order.
 */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/gu, '');
}
