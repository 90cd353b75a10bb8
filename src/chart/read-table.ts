import type { DataTable, Diagnostic, Place } from '../model.js';
import { nearest } from '../nearest.js';
import { chartError } from './chart-error.js';
import { readDelimited } from './read-delimited.js';
import { readJsonTable } from './read-json-table.js';

/** A table, or why there is none. */
export interface ReadTable {
  readonly table?: DataTable;
  readonly diagnostics: readonly Diagnostic[];
}

/** More rows than this are no chart and no reading of one. */
const mostRows = 20_000;

/**
 * Reads a text as a table: JSON, a Markdown table, or values separated by tabs, semicolons or commas, whichever its first line has.
 * `place` is where the text begins.
 */
export function readTable(text: string, place: Place): ReadTable {
  if (text.trim() === '') {
    const message = 'There is no data: a line with the names of columns and one line a row were expected.';
    return { diagnostics: [chartError('chart-data', message, place, 'Write them, or name a file that has them.')] };
  }
  const read = /^\s*[[{]/.test(text) ? readJsonTable(text, place) : readDelimited(text, place);
  if (read.table === undefined) return read;
  const { columns, rows } = read.table;
  const wrong: Diagnostic[] = [];
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined)
    wrong.push(chartError('chart-data', `Two columns are called "${twice}".`, place, 'Give each column its own name.'));
  if (rows.length === 0) {
    const message = `The data has the columns ${listed(columns)} and no row.`;
    wrong.push(chartError('chart-data', message, place, 'Write one line a row below them.'));
  }
  if (rows.length > mostRows) {
    const message = `The data has ${rows.length.toLocaleString('en')} rows; a chart reads ${mostRows.toLocaleString('en')} at most.`;
    wrong.push(chartError('chart-data', message, place, 'Work them out beforehand, for example as means by month.'));
  }
  return wrong.length > 0 ? { diagnostics: [...read.diagnostics, ...wrong] } : read;
}

/** `"a", "b"`, for messages. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `"${name}"`);
  return `${shown.join(', ')}${names.length > shown.length ? ` and ${names.length - shown.length} others` : ''}`;
}

/** What to do about a name that is not there: the nearest that is, or all. */
export function nearestOf(name: string, known: readonly string[], what: string): string {
  const near = nearest(name, known);
  return near === undefined ? `Its ${what} are ${listed(known)}.` : `Did you mean "${near}"?`;
}
