import { attribute, childElements, type Element } from './tree.js';

/** A cell of a table and the columns it takes. */
export interface PlacedCell {
  readonly cell: Element;
  /** From 0. */
  readonly column: number;
  readonly span: number;
}

export interface PlacedRow {
  readonly row: Element;
  readonly cells: readonly PlacedCell[];
  readonly isHead: boolean;
}

/** Which column each cell stands in, where cells above reach down into its row. */
export function placeCells(rows: readonly Element[]): readonly PlacedRow[] {
  const taken: number[] = [];
  return rows.map((row) => {
    let column = 0;
    const cells = childElements(row).map((cell): PlacedCell => {
      while ((taken[column] ?? 0) > 0) column++;
      const span = spanOf(cell, 'colspan');
      for (let at = column; at < column + span; at++) taken[at] = spanOf(cell, 'rowspan');
      column += span;
      return { cell, column: column - span, span };
    });
    for (const at of taken.keys()) taken[at] = Math.max(0, (taken[at] ?? 0) - 1);
    return { row, cells, isHead: row.parentNode?.nodeName === 'thead' };
  });
}

/** How many columns a table has. */
export function columnCount(rows: readonly PlacedRow[]): number {
  return Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)));
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span >= 1 && span <= 1000 ? span : 1;
}
