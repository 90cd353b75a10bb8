/** A stretch of words without a wide gap on one line of a page. Lengths are of any one unit; y grows downwards and is the base line. */
export interface Segment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** The height of its letters. */
  readonly size: number;
  /** Whatever tells one face from another. */
  readonly font: string;
}

/** A page as it is laid out. */
export interface LaidPage {
  readonly segments: readonly Segment[];
  /** What its foot or head calls it; absent until that was looked for, or where nothing does. */
  readonly label?: string;
  /** Widths are numbers of characters: nobody knows where a line would have been full. */
  readonly isCounted?: boolean;
}

/** Segments of one base line, from left to right. */
export type Row = readonly Segment[];

/** The rows of a page, from top to bottom. Raised and lowered digits belong to the line beside them. */
export function rowsOf(segments: readonly Segment[]): readonly Row[] {
  const rows: { y: number; size: number; row: Segment[] }[] = [];
  // The largest first: small ones beside them are raised or lowered.
  for (const segment of [...segments].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const near = rows.filter(
      ({ y, size, row }) =>
        Math.abs(y - segment.y) < Math.max(size, segment.size) * 0.45 ||
        row.some((one) => isRaisedBeside(one, segment)),
    );
    const own = near.length < 2 ? near[0] : nearestOf(near, segment);
    if (own === undefined) rows.push({ y: segment.y, size: segment.size, row: [segment] });
    else own.row.push(segment);
  }
  return rows.sort((a, b) => a.y - b.y).map(({ row }) => row.sort((a, b) => a.x0 - b.x0));
}

/** Whether a small sign is raised or lowered beside larger ones, whose row may have begun in another column, a little higher. */
function isRaisedBeside(large: Segment, small: Segment): boolean {
  const gap = Math.max(large.x0 - small.x1, small.x0 - large.x1);
  const isBeside = Math.abs(gap) < large.size * 0.3;
  return isBeside && small.size < large.size * 0.85 && Math.abs(large.y - small.y) < large.size * 0.45;
}

/** Of rows at nearly one height, as columns have them, the one whose words stand nearest at the side; not those above or below. */
function nearestOf<Of extends { readonly row: Row }>(rows: readonly Of[], { x0, x1, size }: Segment): Of | undefined {
  const gaps = ({ row }: Of): readonly number[] => row.map((one) => Math.max(one.x0 - x1, x0 - one.x1));
  const gap = (of: Of): number => Math.min(...gaps(of).map((one) => (one < -size / 2 ? Infinity : Math.abs(one))));
  return rows.reduce((best, row) => (gap(row) < gap(best) ? row : best));
}

/** The parts of a row that wide gaps divide: what stands in columns or in the cells of a table. */
export function cellsOf(row: Row): readonly Segment[] {
  const cells: Segment[] = [];
  for (const segment of row) {
    const open = cells.at(-1);
    const gap = open === undefined ? 0 : segment.x0 - open.x1;
    if (open === undefined || gap >= Math.max(segment.size, open.size)) cells.push(segment);
    else {
      const text = `${open.text}${gap > open.size * 0.12 ? ' ' : ''}${segment.text}`;
      cells[cells.length - 1] = {
        ...open,
        text,
        x1: Math.max(open.x1, segment.x1),
        size: Math.max(open.size, segment.size),
      };
    }
  }
  return cells;
}

/** The value in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The text of a row, its segments divided by spaces. */
export function textOfRow(row: Row): string {
  return row
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
