import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushTable, pushUnread } from '../tables/push-table.js';
import { type DashedColumn, dashedColumns, readColumns, type TextRow } from '../tables/read-columns.js';
import { firstLetter } from './margin.js';

/** A table by its lines. */
interface Frame {
  readonly columns: readonly DashedColumn[];
  readonly head: TextRow | undefined;
  readonly body: readonly TextRow[];
  /** The line after the table's last. */
  readonly end: number;
}

/** The text of a line of the block, without the indentation of what holds it; undefined behind the block's end. */
type LineAt = (line: number) => string | undefined;

/**
 * Pandoc's simple tables (columns are what stands above and below a line such as `-----  ---`) and multiline tables (the same
 * between two lines of dashes, rows with blank lines between them). Either may go without a head.
 */
export function dashedTable(md: MarkdownIt): void {
  md.block.ruler.before('table', 'dashed_table', readTable);
}

function readTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstLetter(state, startLine) !== '-' && firstLetter(state, startLine + 1) !== '-') return false;
  const lineAt: LineAt = (line) => {
    if (line >= endLine) return undefined;
    if (state.isEmpty(line)) return '';
    if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    return state.getLines(line, line + 1, state.blkIndent, false).trimEnd();
  };
  const frame = simple(lineAt, startLine) ?? multiline(lineAt, startLine);
  if (frame === undefined) return false;
  if (silent) return true;
  const table = readColumns(frame.columns, frame.head, frame.body);
  if ('message' in table) pushUnread(state, table, startLine, frame.end);
  else pushTable(state, table, startLine, frame.end, 'inline');
  state.line = frame.end;
  return true;
}

/** A head, dashes, rows, a blank line; or dashes, rows, dashes. */
function simple(lineAt: LineAt, start: number): Frame | undefined {
  const first = lineAt(start);
  const bare = first === undefined ? undefined : dashedColumns(first);
  const columns = bare ?? dashedColumns(lineAt(start + 1) ?? '');
  if (first === undefined || first.trim() === '' || columns === undefined) return undefined;
  const offset = bare === undefined ? 2 : 1;
  const body: TextRow[] = [];
  let line = start + offset;
  for (let text = lineAt(line); isRow(text); text = lineAt(line)) {
    if (dashedColumns(text) !== undefined || /^ {0,3}-{5,}$/.test(text)) {
      if (!isBlank(lineAt(line + 1))) return undefined;
      return body.length === 0 ? undefined : { columns, head: headOf(bare, first), body, end: line + 1 };
    }
    body.push({ lines: [text], offset: line - start });
    line++;
  }
  if (bare !== undefined || body.length === 0) return undefined;
  return { columns, head: headOf(bare, first), body, end: line };
}

function headOf(bare: readonly DashedColumn[] | undefined, first: string): TextRow | undefined {
  return bare === undefined ? { lines: [first], offset: 0 } : undefined;
}

/** A line of dashes, a head of one line or more, dashes in columns, rows with blank lines between them, a line of dashes. */
function multiline(lineAt: LineAt, start: number): Frame | undefined {
  const first = lineAt(start) ?? '';
  let columns = dashedColumns(first);
  let head: TextRow | undefined;
  let line = start + 1;
  if (columns === undefined) {
    if (!/^ {0,3}-{5,}$/.test(first)) return undefined;
    const lines: string[] = [];
    for (let text = lineAt(line); isRow(text) && columns === undefined; text = lineAt(line)) {
      columns = dashedColumns(text);
      if (columns === undefined) lines.push(text);
      line++;
    }
    if (columns === undefined || lines.length === 0) return undefined;
    head = { lines, offset: 1 };
  }
  const body: TextRow[] = [];
  let row: string[] = [];
  for (let text = lineAt(line); text === '' || isRow(text); text = lineAt(line)) {
    const isEnd = /^ {0,3}-{5,}$/.test(text) || dashedColumns(text) !== undefined;
    if ((text === '' || isEnd) && row.length > 0) {
      body.push({ lines: row, offset: line - row.length - start });
      row = [];
    }
    if (isEnd)
      return body.length === 0 || !isBlank(lineAt(line + 1)) ? undefined : { columns, head, body, end: line + 1 };
    if (text !== '') row.push(text);
    line++;
  }
  return undefined;
}

/** Whether a line may be part of a table: not blank, and nothing that ends a slide, its notes or a block. */
function isRow(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '' && !/^(?:-{3,4}$|:::|notes?:)/i.test(text);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
