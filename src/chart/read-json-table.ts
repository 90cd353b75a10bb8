import { z } from 'zod';
import type { DataRow, Place } from '../model.js';
import { chartError } from './chart-error.js';
import type { ReadTable } from './read-table.js';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const records = z.array(z.record(z.string(), value));
const lists = z.array(z.array(value)).min(1);

/** Reads a list of objects, a row each, or a list of lists of which the first has the columns' names. */
export function readJsonTable(text: string, place: Place): ReadTable {
  try {
    return tableOf(JSON.parse(text), place);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `The data begins like JSON and cannot be read as JSON: ${error.message}.`;
    return {
      diagnostics: [chartError('chart-data', message, place, 'Correct it, or write values separated by commas.')],
    };
  }
}

/** The same for what was read already, as in YAML. Its numbers have decimal points. */
export function tableOf(data: unknown, place: Place): ReadTable {
  const objects = records.safeParse(data);
  const rows = lists.safeParse(data);
  const hasDecimalCommas = false;
  const row = (cells: readonly unknown[]): DataRow => ({ cells: cells.map(cellOf), place });
  if (objects.success) {
    const columns = [...new Set(objects.data.flatMap((one) => Object.keys(one)))];
    const filled = objects.data.map((one) => row(columns.map((name) => one[name])));
    return { table: { columns, rows: filled, hasDecimalCommas }, diagnostics: [] };
  }
  const [head, ...others] = rows.data ?? [];
  if (head === undefined) {
    const message =
      'The data is no table: a list of objects was expected, or a list of lists with the names of columns first.';
    const cure = 'Write for example `[{"year": 2022, "value": 1.5}]`.';
    return { diagnostics: [chartError('chart-data', message, place, cure)] };
  }
  const columns = head.map(cellOf);
  const filled = others.map((cells) => row(columns.map((_, index) => cells[index])));
  return { table: { columns, rows: filled, hasDecimalCommas }, diagnostics: [] };
}

function cellOf(one: unknown): string {
  return one === null || one === undefined ? '' : String(one).trim();
}
