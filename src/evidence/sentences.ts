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
