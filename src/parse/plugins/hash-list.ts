import type { MarkdownIt, StateBlock } from 'markdown-it';
import { isIndentedCode, lineText } from './margin.js';

/** Pandoc's `#.`, a list item that is numbered by its position: read as if it were `1.`, which is as long. */
export function hashList(md: MarkdownIt): void {
  md.block.ruler.before('list', 'hash_list', numberItem, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

/** Never matches by itself: markdown-it's rule for lists, which is next, does. */
function numberItem(state: StateBlock, startLine: number): boolean {
  if (isIndentedCode(state, startLine) || !/^#\.[ \t]/.test(lineText(state, startLine))) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  state.src = `${state.src.slice(0, start)}1${state.src.slice(start + 1)}`;
  return false;
}
