import type { SceneCell, SceneRow } from '../../model.js';

/**
 * The rows of a table from one to before another, as a table of their own: a cell that began above them begins again in the first of them, with its
 * words, and none reaches beyond the last.
 */
export function rowsBetween(rows: readonly SceneRow[], from: number, to: number): readonly SceneRow[] {
  return rows.slice(from, to).map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const begun = index === 0 ? begunAbove(rows, from, column) : undefined;
      const found = begun ?? cell;
      return found.rows > to - from - index ? { ...found, rows: to - from - index } : found;
    }),
  }));
}

/** The cell that covers a place from above, as it is from there on; undefined where none does. */
function begunAbove(rows: readonly SceneRow[], at: number, column: number): SceneCell | undefined {
  const here = rows[at]?.cells[column];
  if (here?.covered === 'both') return { ...here, covered: 'across' };
  if (here?.covered !== 'down') return undefined;
  for (let row = at - 1; row >= 0; row -= 1) {
    const above = rows[row]?.cells[column];
    if (above !== undefined && above.covered === undefined) return { ...above, rows: above.rows - (at - row) };
  }
  return undefined;
}
