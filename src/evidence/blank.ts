import type { TextRange } from '../model.js';

/** Stands for a character that was read already or is not to be read: no word, no space, no punctuation (Unicode's own placeholder). */
const blank = '\uFFFC';

/** Blanks stretches of a text, so that what is left keeps its position. */
export function blankOut(text: string, ranges: readonly TextRange[]): string {
  let shown = text;
  for (const { start, end } of ranges) shown = shown.slice(0, start) + blank.repeat(end - start) + shown.slice(end);
  return shown;
}
