import type { MarkdownIt, StateBlock } from 'markdown-it';
import { firstLetter, isIndentedCode, lineText } from './margin.js';

/** `|-----+-----|` below a pipe table's head, as Emacs's Org mode draws it and Pandoc takes it: read as if its `+` were `|`. */
export function orgTable(md: MarkdownIt): void {
  md.block.ruler.before('table', 'org_table', drawBars, { alt: ['paragraph', 'reference'] });
}

/** Never matches by itself: markdown-it's rule for tables, which is next, does. */
function drawBars(state: StateBlock, startLine: number, endLine: number): boolean {
  const below = startLine + 1;
  if (firstLetter(state, startLine) !== '|' || below >= endLine || isIndentedCode(state, startLine)) return false;
  const text = lineText(state, below);
  if (!/^\|-+(?:\+-+)+\|\s*$/.test(text)) return false;
  const start = (state.bMarks[below] ?? 0) + (state.tShift[below] ?? 0);
  state.src = state.src.slice(0, start) + text.replaceAll('+', '|') + state.src.slice(start + text.length);
  return false;
}
