import { raised } from '../raised-digits.js';
import { regionsOf, tableRuns } from './columns.js';
import { cellsOf, type LaidPage, type Row } from './segment.js';

/** A line of a column. */
export interface Line {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** How wide a letter is on average. */
  readonly letter: number;
  /** A row of a table, cells divided by bars. */
  readonly isTableRow: boolean;
}

/** A column of a page, or a part of one. */
export interface Column {
  /** The number of its page among the pages that are read, from 0. */
  readonly page: number;
  readonly lines: readonly Line[];
  /** The edges of its lines; what stands out further at the right is no edge. */
  readonly left: number;
  readonly right: number;
  /** From base line to base line. */
  readonly pitch: number;
  /** Lengths of lines are numbers of characters. */
  readonly isCounted: boolean;
}

/** The columns of a text in reading order. */
export function columnsOf(pages: readonly LaidPage[]): readonly Column[] {
  return pages.flatMap(({ segments, isCounted = false }, page) =>
    regionsOf(segments).map(({ rows }) => {
      const tables = tableRuns(rows);
      const lines = rows.map((row, at) =>
        lineOf(
          row,
          tables.some(({ from, to }) => at >= from && at < to),
        ),
      );
      const gaps = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? y));
      return {
        page,
        lines,
        isCounted,
        left: Math.min(...lines.map(({ x0 }) => x0)),
        right: quantile(
          lines.map(({ x1 }) => x1),
          isCounted ? 0.4 : lines.length < fewLines ? 1 : 0.9,
        ),
        // Where half of the gaps or more are between paragraphs, a quarter is still within them.
        pitch: quantile(
          gaps.filter((gap) => gap > 0),
          0.25,
        ),
      };
    }),
  );
}

/** Of fewer lines than these none stands out: a title page has three. */
const fewLines = 6;

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

function lineOf(row: Row, isTableRow: boolean): Line {
  const size = Math.max(...row.map((segment) => segment.size));
  const base = row.find((segment) => segment.size === size) ?? row[0];
  const y = base?.y ?? 0;
  const set = row.map((segment) => {
    const isRaised = segment.size < size * 0.85 && segment.y < y - size * 0.12;
    return isRaised ? { ...segment, text: raised(segment.text) } : segment;
  });
  const text = cellsOf(set)
    .map((cell) => cell.text)
    .join(isTableRow ? ' | ' : ' ');
  const x0 = Math.min(...row.map((segment) => segment.x0));
  const x1 = Math.max(...row.map((segment) => segment.x1));
  const tidy = text.replace(/[^\S\n]+/g, ' ').trim();
  const letters = row.reduce((sum, segment) => sum + segment.text.length, 0);
  const width = row.reduce((sum, segment) => sum + segment.x1 - segment.x0, 0);
  return { text: tidy, x0, x1, y, size, font: fontOf(row), letter: width / Math.max(1, letters), isTableRow };
}

/** The face of most letters. */
function fontOf(row: Row): string {
  const letters = new Map<string, number>();
  for (const { font, text } of row) letters.set(font, (letters.get(font) ?? 0) + text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Size and face of most letters of a text. */
export function bodyOf(columns: readonly Column[]): { readonly size: number; readonly font: string } {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, text } of columns.flatMap(({ lines }) => lines)) {
    const rounded = Math.round(size * 5) / 5;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const most = <Key>(counts: ReadonlyMap<Key, number>): Key | undefined =>
    [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  return { size: most(sizes) ?? 0, font: most(fonts) ?? '' };
}
