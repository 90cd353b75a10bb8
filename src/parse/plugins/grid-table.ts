import type { MarkdownIt, StateBlock } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import { pushTable, pushUnread } from '../tables/push-table.js';
import { readGrid } from '../tables/read-grid.js';
import type { TableTrouble } from '../tables/text-table.js';
import { placeOf } from '../token.js';
import { firstLetter, isIndentedCode, lineText } from './margin.js';

const border = /^\+(?:[-=:]+\+)+\s*$/;

/** Pandoc's grid tables, drawn with `+---+` and `|`; a cell holds blocks, and may reach over several columns and rows. */
export function gridTable(md: MarkdownIt): void {
  md.block.ruler.before('table', 'grid_table', readTable, { alt: ['paragraph', 'reference'] });
  md.core.ruler.after('block', 'table_trouble', (state) => {
    const context = contextOf(state.env);
    for (const token of state.tokens) {
      const trouble = token.meta?.trouble as TableTrouble | undefined;
      if (trouble === undefined) continue;
      const { path, line } = placeOf(token);
      context?.report('warning', 'table', { path, line: line + trouble.offset }, trouble.message, trouble.cure);
    }
  });
}

function readTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstLetter(state, startLine) !== '+' || isIndentedCode(state, startLine)) return false;
  if (!border.test(lineText(state, startLine))) return false;
  let end = startLine + 1;
  while (end < endLine && (state.sCount[end] ?? 0) >= state.blkIndent && /^[+|]/.test(lineText(state, end))) end++;
  if (end < startLine + 2) return false;
  if (silent) return true;
  const lines = Array.from({ length: end - startLine }, (_, index) => lineText(state, startLine + index));
  const table = readGrid(lines);
  if ('message' in table) pushUnread(state, table, startLine, end);
  else pushTable(state, table, startLine, end, 'blocks');
  state.line = end;
  return true;
}
