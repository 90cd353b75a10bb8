import { cellsOf, median, type Row, rowsOf, type Segment } from './segment.js';

/** Lines that are read one after the other: a column, or what runs over all columns. */
export interface Region {
  readonly rows: readonly Row[];
}

/** Divides a page into its columns and what runs over them, in reading order. */
export function regionsOf(segments: readonly Segment[]): readonly Region[] {
  return divided(rowsOf(segments), 0);
}

function divided(rows: readonly Row[], depth: number): readonly Region[] {
  const gutter = depth < 3 ? gutterOf(rows) : undefined;
  if (gutter === undefined) return rows.length === 0 ? [] : [{ rows }];
  const regions: Region[] = [];
  const over = rowsOver(rows, gutter);
  let spanning: Row[] = [];
  let columns: Row[] = [];
  const flush = (): void => {
    if (spanning.length > 0) regions.push({ rows: spanning });
    if (columns.length > 0) {
      for (const isSide of [isLeftOf(gutter), isRightOf(gutter)]) {
        regions.push(...divided(rowsOf(columns.flat().filter(isSide)), depth + 1));
      }
    }
    spanning = [];
    columns = [];
  };
  for (const row of rows) {
    const spans = over.has(row);
    if (spans && columns.length > 0) flush();
    (spans ? spanning : columns).push(row);
  }
  flush();
  return regions;
}

/**
 * The rows that run over all columns: those that cross the space between them, the short last lines of paragraphs that do, and short lines
 * in the middle of the page above its columns, a date or a name below a title.
 */
function rowsOver(rows: readonly Row[], gutter: number): ReadonlySet<Row> {
  const over = new Set<Row>();
  const all = rows.flat();
  const middle = (Math.min(...all.map(({ x0 }) => x0)) + Math.max(...all.map(({ x1 }) => x1))) / 2;
  let areBegun = false;
  for (const [index, row] of rows.entries()) {
    const cells = cellsOf(row);
    const [isLeft, isRight] = [cells.some(isLeftOf(gutter)), cells.some(isRightOf(gutter))];
    const [first, last] = [row[0], row.at(-1)];
    const before = rows[index - 1];
    const isLastLine = !isRight && before !== undefined && over.has(before) && isNextLine(before, row);
    const isCentred =
      !areBegun &&
      first !== undefined &&
      last !== undefined &&
      Math.abs((first.x0 + last.x1) / 2 - middle) < first.size;
    const crosses = cells.some((segment) => !isLeftOf(gutter)(segment) && !isRightOf(gutter)(segment));
    if (crosses || isLastLine || (isCentred && isLeft !== isRight)) over.add(row);
    else areBegun = true;
  }
  return over;
}

/** Whether a row is the next line of the same text: of its size, below it, from the same edge. */
function isNextLine([above]: Row, [below]: Row): boolean {
  if (above === undefined || below === undefined) return false;
  const isSame = Math.abs(above.size - below.size) < above.size * 0.06;
  return isSame && below.y - above.y < above.size * 1.6 && Math.abs(below.x0 - above.x0) < above.size * 2;
}

const isLeftOf = (x: number) => (segment: Segment) => segment.x1 <= x;
const isRightOf = (x: number) => (segment: Segment) => segment.x0 >= x;

/** Fewer rows than this on either side are no column. */
const fewestRows = 4;

/**
 * Where the space between two columns is: a place that few rows cross, with rows on both sides, beside each other. Rows of a table, whose
 * cells are short, are no columns.
 */
function gutterOf(rows: readonly Row[]): number | undefined {
  const inTables = new Set(tableRuns(rows).flatMap(({ from, to }) => rows.slice(from, to)));
  const judged = rows.filter((row) => !inTables.has(row)).map(cellsOf);
  if (judged.length < fewestRows) return undefined;
  const all = judged.flat();
  const left = Math.min(...all.map(({ x0 }) => x0));
  const right = Math.max(...all.map(({ x1 }) => x1));
  const step = (right - left) / 200;
  let best: { from: number; to: number; crossing: number } | undefined;
  for (let x = left + (right - left) * 0.15; x < right - (right - left) * 0.15; x += step) {
    const crossing = judged.filter((row) => row.some(({ x0, x1 }) => x0 < x && x1 > x)).length;
    if (best === undefined || crossing < best.crossing) best = { from: x, to: x, crossing };
    else if (crossing === best.crossing && x - best.to <= step * 1.5) best.to = x;
  }
  if (best === undefined || best.crossing > judged.length * 0.5) return undefined;
  const gutter = (best.from + best.to) / 2;
  const sides = [isLeftOf(gutter), isRightOf(gutter)].map((isSide) => rowsOf(all.filter(isSide)));
  const [one = [], other = []] = sides;
  if (one.length < fewestRows || other.length < fewestRows) return undefined;
  return overlap(one, other) > 0.5 && sides.every(isProse) ? gutter : undefined;
}

/** How much of the shorter of two columns stands beside the other. */
function overlap(one: readonly Row[], other: readonly Row[]): number {
  const [a, b] = [one, other].map((rows) => {
    const ys = rows.flat().map(({ y }) => y);
    return { top: Math.min(...ys), bottom: Math.max(...ys) };
  });
  if (a === undefined || b === undefined) return 0;
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(1, Math.min(a.bottom - a.top, b.bottom - b.top));
}

function isProse(rows: readonly Row[]): boolean {
  return median(rows.map((row) => row.reduce((sum, { text }) => sum + text.length, 0))) >= shortCell;
}

/** A column of text has more characters in a line; so many at most are in most cells of a table. */
const shortCell = 16;

/** Where rows are those of a table: three or more of as many cells, which stand below each other. */
export function tableRuns(rows: readonly Row[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const cut = rows.map(cellsOf);
  let from = 0;
  for (let at = 1; at <= rows.length; at++) {
    const [row, before] = [cut[at], cut[at - 1]];
    if (row !== undefined && before !== undefined && isAligned(before, row)) continue;
    const cells = cut.slice(from, at).flatMap((one) => one.slice(1));
    const isTable = at - from >= 3 && median(cells.map(({ text }) => text.length)) <= shortCell;
    if (isTable) runs.push({ from, to: at });
    from = at;
  }
  return runs;
}

function isAligned(one: Row, other: Row): boolean {
  if (one.length < 2 || one.length !== other.length) return false;
  return one.every((cell, index) => {
    const below = other[index];
    if (below === undefined) return false;
    const near = cell.size;
    const middle = Math.abs(cell.x0 + cell.x1 - below.x0 - below.x1) / 2;
    return Math.min(Math.abs(cell.x0 - below.x0), Math.abs(cell.x1 - below.x1), middle) <= near;
  });
}
