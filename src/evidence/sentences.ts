/**
 * Whether a word beginning at `start` of a normalised text is written with a capital only because a sentence, a cell, a label or
 * a quotation begins there.
 */
export function isSentenceStart(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && /[\s'([*_\uFFFC]/.test(text.charAt(at)) && text.charAt(at) !== '\n') at--;
  return (at < 0 || /[\n.!?:;]/.test(text.charAt(at))) && !isInitial(text, at);
}

/** The stop of "U.S." or "J. Smith" ends no sentence. */
function isInitial(text: string, stop: number): boolean {
  return text.charAt(stop) === '.' && /(?:^|[\s.(])\p{Lu}$/u.test(text.slice(Math.max(0, stop - 2), stop));
}

/** The title of a work begins between marks: there a common word may have a capital. */
export function isTitleStart(text: string, start: number): boolean {
  return /(?:^|[\s(])'$/.test(text.slice(0, start));
}

/** Whether a text, a line, a sentence or what stands behind a colon begins at `start`. */
export function isTextStart(text: string, start: number): boolean {
  return /(?:^|[\n.!?;:]\s?)'?$/.test(text.slice(0, start));
}
