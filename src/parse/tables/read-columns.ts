import { lettersInColumns } from './letters-in-columns.js';
import type { Alignment, TableTrouble, TextCell, TextTable } from './text-table.js';

/** A column of a table whose columns are lines of dashes: where its dashes begin and end. */
export interface DashedColumn {
  readonly start: number;
  readonly end: number;
}

/** One row's lines; each stands `offset` lines below the table's first. */
export interface TextRow {
  readonly lines: readonly string[];
  readonly offset: number;
}

/** The columns of a line of dashes, two or more of them; undefined for any other line, a rule such as `- - -` among them. */
export function dashedColumns(line: string): readonly DashedColumn[] | undefined {
  if (!/^ {0,3}-+(?: +-+)+\s*$/.test(line) || !line.includes('--')) return undefined;
  return [...line.matchAll(/-+/g)].map(({ 0: dashes, index }) => ({ start: index, end: index + dashes.length }));
}

/**
 * Cuts rows into cells where the dashes begin, and aligns each column by how the text of its head, or of its first row, stands to the
 * dashes (Pandoc's manual, "Extension: simple_tables").
 */
export function readColumns(
  columns: readonly DashedColumn[],
  head: TextRow | undefined,
  body: readonly TextRow[],
): TextTable | TableTrouble {
  const rows = head === undefined ? body : [head, ...body];
  const letters = (row: TextRow): readonly (readonly string[])[] => {
    const asIs = row.lines.map((line) => lettersInColumns(line));
    return crossing(columns, asIs) === -1 ? asIs : row.lines.map((line) => lettersInColumns(line, true));
  };
  const read = rows.map((row) => ({ ...row, letters: letters(row) }));
  for (const row of read) {
    const at = crossing(columns, row.letters);
    if (at === -1) continue;
    const message =
      'A word in this line of the table reaches from one column into the next. The text is shown as typed.';
    return { offset: row.offset + at, message, cure: 'Make the dashes of the column at least as long as its words.' };
  }
  const [first] = read;
  const aligned = columns.map((column, index) => alignmentOf(column, columns[index + 1]?.start, first?.letters ?? []));
  const cells = read.map((row) =>
    columns.map((_, index): TextCell => {
      const lines = row.letters.map((line) => slice(line, columns, index).trim());
      return { lines, offset: row.offset, align: aligned[index] };
    }),
  );
  return head === undefined ? { head: [], body: cells } : { head: cells.slice(0, 1), body: cells.slice(1) };
}

/** The first line with a word across the beginning of a column; -1 where there is none. */
function crossing(columns: readonly DashedColumn[], lines: readonly (readonly string[])[]): number {
  const isLetter = (letter: string | undefined): boolean => letter !== undefined && !/^\s$/.test(letter);
  return lines.findIndex((line) =>
    columns.slice(1).some(({ start }) => isLetter(line[start - 1]) && isLetter(line[start])),
  );
}

function slice(line: readonly string[], columns: readonly DashedColumn[], index: number): string {
  return line.slice(index === 0 ? 0 : columns[index]?.start, columns[index + 1]?.start).join('');
}

function alignmentOf(
  { start, end }: DashedColumn,
  next: number | undefined,
  lines: readonly (readonly string[])[],
): Alignment | undefined {
  let [left, right] = [false, false];
  for (const line of lines) {
    const text = line.slice(0, next).join('').trimEnd();
    if (text.length <= start && line.slice(start, next).join('').trim() === '') continue;
    if (line[start] !== ' ') left = true;
    if (lettersInColumns(text).length >= end) right = true;
  }
  if (left) return right ? undefined : 'left';
  return right ? 'right' : lines.length > 0 ? 'center' : undefined;
}
