import type { StateBlock } from 'markdown-it';

/** The text of a line as a block rule sees it: without indentation and what encloses it. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** The first letter of that text: what most rules look at first, since it costs nothing; empty on a blank line. */
export function firstLetter(state: StateBlock, line: number): string {
  return state.src.charAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
}

/** Whether a line starts in the file's first column, so that nothing but the slide can hold it. */
export function atMargin(state: StateBlock, line: number): boolean {
  const start = state.bMarks[line] ?? 0;
  return state.tShift[line] === 0 && (start === 0 || state.src[start - 1] === '\n');
}

/** Whether a line is indented so far that CommonMark makes it code. */
export function isIndentedCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

/** The block rules that end a paragraph, a link reference, a quotation and a list. */
export const endsEverything = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
