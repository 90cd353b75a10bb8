import type { StateBlock, Token } from 'markdown-it';
import { addMeta } from '../token.js';
import type { TableTrouble, TextCell, TextTable } from './text-table.js';

/** How the text of a cell is read: as blocks, one paragraph of which is no paragraph, or as running text. */
export type CellText = 'blocks' | 'inline';

/** Adds a table's tokens, as markdown-it's own rule for tables makes them. `end`: the line after its last. */
export function pushTable(state: StateBlock, table: TextTable, start: number, end: number, cells: CellText): void {
  state.push('table_open', 'table', 1).map = [start, end];
  for (const [part, rows] of [
    ['thead', table.head],
    ['tbody', table.body],
  ] as const) {
    if (rows.length === 0) continue;
    state.push(`${part}_open`, part, 1).map = [start + firstOffset(rows), end];
    for (const row of rows) {
      state.push('tr_open', 'tr', 1).map = [start + firstOffset([row]), end];
      for (const cell of row) pushCell(state, cell, part === 'thead' ? 'th' : 'td', start, cells);
      state.push('tr_close', 'tr', -1);
    }
    state.push(`${part}_close`, part, -1);
  }
  state.push('table_close', 'table', -1);
}

/** Shows what is no table as it was typed; the core rule below says why. */
export function pushUnread(state: StateBlock, trouble: TableTrouble, start: number, end: number): void {
  const token = state.push('code_block', 'code', 0);
  token.content = state.getLines(start, end, state.blkIndent, true);
  token.map = [start, end];
  addMeta(token, { trouble });
}

function firstOffset([row]: readonly (readonly TextCell[])[]): number {
  return row?.[0]?.offset ?? 0;
}

function pushCell(state: StateBlock, cell: TextCell, tag: string, start: number, how: CellText): void {
  const { lines, offset, align, columns = 1, rows = 1 } = cell;
  const open = state.push(`${tag}_open`, tag, 1);
  open.map = [start + offset, start + offset + lines.length];
  if (align !== undefined) open.attrSet('style', `text-align:${align}`);
  if (columns > 1) open.attrSet('colspan', String(columns));
  if (rows > 1) open.attrSet('rowspan', String(rows));
  const blocks = how === 'blocks' ? blocksOf(state, lines) : undefined;
  if (blocks === undefined) {
    const first = Math.max(
      0,
      lines.findIndex((line) => line.trim() !== ''),
    );
    const token = state.push('inline', '', 0);
    token.content = lines.join('\n').trim();
    token.children = [];
    token.map = [start + offset + first, start + offset + lines.length];
  } else {
    for (const token of blocks) {
      token.level += state.level;
      if (token.map !== null) token.map = [token.map[0] + start + offset, token.map[1] + start + offset];
      state.tokens.push(token);
    }
  }
  state.push(`${tag}_close`, tag, -1);
}

/** What a cell holds, if that is more than one paragraph. A space before each line keeps slides and notes from beginning in it. */
function blocksOf(state: StateBlock, lines: readonly string[]): readonly Token[] | undefined {
  const tokens: Token[] = [];
  state.md.block.parse(lines.map((line) => ` ${line}`).join('\n'), state.md, state.env, tokens);
  const isText = tokens.length === 0 || (tokens.length === 3 && tokens[0]?.type === 'paragraph_open');
  return isText ? undefined : tokens;
}
