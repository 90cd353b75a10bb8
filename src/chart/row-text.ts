import type { DataRow, DataTable } from '../model.js';
import { bareName, headUnits } from './chart-columns.js';
import { readNumber } from './read-number.js';

/**
 * A row of data as a text to be searched, a line a cell: its column's name, then what stands in it, numbers with decimal points and the
 * unit that the column's head gives. With `columns` only these, and the cells that are no numbers, which say what the row is of.
 */
export function rowText(
  { columns, hasDecimalCommas }: DataTable,
  { cells }: DataRow,
  only: readonly string[] = [],
): string {
  return columns
    .flatMap((name, index) => {
      const cell = cells[index] ?? '';
      const number = readNumber(cell, hasDecimalCommas);
      const isWanted = only.length === 0 || only.some((one) => one.toLowerCase() === name.toLowerCase());
      if (cell === '' || (typeof number === 'number' && !isWanted)) return [];
      const [unit = cell.endsWith('%') ? '%' : ''] = headUnits([name]);
      return [`${bareName(name)}: ${typeof number === 'number' ? `${number} ${unit}`.trim() : cell}`];
    })
    .join('\n');
}
