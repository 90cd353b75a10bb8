/** Whether a block of raw HTML ends at a mark of its own, wherever blank lines are: code, scripts, styles, comments (CommonMark, kinds 1 to 5). */
export function hasOwnEnd(html: string): boolean {
  return /^<(script|pre|style|textarea|!|\?)/i.test(html);
}
