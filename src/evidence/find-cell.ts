import { bareName } from '../chart/chart-columns.js';
import { readNumber } from '../chart/read-number.js';
import type { DataRow, DataTable } from '../model.js';

/** The rows of a table by what stands in their cells. */
interface TableIndex {
  readonly byCell: ReadonlyMap<string, readonly DataRow[]>;
  readonly heads: ReadonlySet<string>;
}

/**
 * The lines of a table on which a number stands under certain names: each must be what another cell of the row, or the column's head,
 * says. `fits` tells whether a cell's number is the one that is looked for.
 */
export function linesOfValue(
  table: DataTable,
  names: readonly string[],
  fits: (number: number) => boolean,
): ReadonlySet<number> {
  const { byCell, heads } = indexOf(table);
  const wanted = names.map(folded);
  if (wanted.some((name) => !byCell.has(name) && !heads.has(name))) return new Set();
  const lists = wanted.filter((name) => !heads.has(name)).flatMap((name) => [byCell.get(name) ?? []]);
  const [fewest = table.rows] = lists.toSorted((a, b) => a.length - b.length);
  return new Set(fewest.filter((row) => hasValue(table, row, wanted, fits)).map(({ place }) => place.line));
}

function hasValue(
  { columns, hasDecimalCommas }: DataTable,
  { cells }: DataRow,
  wanted: readonly string[],
  fits: (number: number) => boolean,
): boolean {
  return cells.some((cell, index) => {
    const number = readNumber(cell, hasDecimalCommas);
    if (typeof number !== 'number' || !fits(number)) return false;
    const head = columns[index] ?? '';
    const said = [head, bareName(head), ...cells.filter((_, other) => other !== index)].map(folded);
    return wanted.every((name) => said.includes(name));
  });
}

const indexes = new WeakMap<DataTable, TableIndex>();

function indexOf(table: DataTable): TableIndex {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const byCell = new Map<string, DataRow[]>();
  for (const row of table.rows)
    for (const name of new Set(row.cells.map(folded))) {
      const rows = byCell.get(name);
      if (rows === undefined) byCell.set(name, [row]);
      else rows.push(row);
    }
  const heads = new Set(table.columns.flatMap((name) => [folded(name), folded(bareName(name))]));
  const index = { byCell, heads };
  indexes.set(table, index);
  return index;
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
