import type { ChartMark, DataRow, DataTable, Diagnostic, Place } from '../model.js';
import type { YamlText } from '../read/yaml.js';
import { chartError } from './chart-error.js';
import type { ChartFence } from './chart-schema.js';
import { readAxis } from './read-axis.js';
import { readNumber } from './read-number.js';
import { listed, nearestOf } from './read-table.js';

/** The cells of a table by what they mean. */
export interface ChartColumns {
  readonly cells: readonly ChartCells[];
  /** What the heads of columns say in brackets, or a per cent sign behind every number; else empty. */
  readonly unit: string;
}

/** What one row says. */
export interface ChartCells {
  readonly x: string;
  readonly facet?: string;
  readonly values: readonly { readonly series: string; readonly cell: string; readonly column: string }[];
  readonly place: Place;
}

type Read = { readonly columns?: ChartColumns; readonly diagnostics: readonly Diagnostic[] };

/**
 * Finds which column is what. With `series` the data is long: a row a value. Else each column of numbers is a series. Where the first
 * column has names and the others are called by years, a line runs over the years and each row is a series.
 */
export function chartColumns(fence: ChartFence, mark: ChartMark, table: DataTable, placeOf: YamlText['placeOf']): Read {
  const { columns, rows } = table;
  const wrong: Diagnostic[] = [];
  const find = (name: string | undefined, path: string): string | undefined => {
    if (name === undefined || columns.includes(name)) return name;
    const message = `The data has no column "${name}".`;
    wrong.push(chartError('chart-data', message, placeOf([path]), nearestOf(name, columns, 'columns')));
    return undefined;
  };
  const series = find(fence.series, 'series');
  const facet = find(fence.facet, 'facet');
  const asked = fence.y?.field?.map((name) => find(name, 'y'));
  const x = find(fence.x, 'x');
  if (wrong.length > 0) return { diagnostics: wrong };
  const first = x ?? columns.find((name) => name !== series && name !== facet) ?? '';
  const numbers = (asked ?? numberColumns(table, [first, series, facet])).filter((name) => name !== undefined);
  if (numbers.length === 0) {
    const message = `No column of the data holds numbers beside "${first}"; its columns are ${listed(columns)}.`;
    return {
      diagnostics: [
        chartError('chart-data', message, rows[0]?.place ?? placeOf([]), 'Add one, or name it: `y: value`.'),
      ],
    };
  }
  if (series !== undefined && numbers.length > 1) {
    const message = `With \`series\` one column holds the values; the data has numbers in ${listed(numbers)}.`;
    return {
      diagnostics: [chartError('chart-data', message, placeOf(['series']), `Say which: \`y: ${numbers[0]}\`.`)],
    };
  }
  const differing = unitTrouble(table, numbers, rows);
  if (differing !== undefined) return { diagnostics: [differing] };
  const at = (row: DataRow, name: string): string => row.cells[columns.indexOf(name)] ?? '';
  const isAcross =
    fence.x === undefined && series === undefined && facet === undefined && isTurned(mark, table, first, numbers);
  const cells = isAcross
    ? rows.flatMap((row) =>
        numbers.map((name) => ({
          x: bareName(name),
          values: [{ series: at(row, first), cell: at(row, name), column: name }],
          place: row.place,
        })),
      )
    : rows.map((row) => ({
        x: at(row, first),
        ...(facet === undefined ? {} : { facet: at(row, facet) }),
        values: numbers.map((name) => {
          const wide = numbers.length > 1 || facet === undefined ? bareName(name) : '';
          return { series: series === undefined ? wide : at(row, series), cell: at(row, name), column: name };
        }),
        place: row.place,
      }));
  return { columns: { cells, unit: unitOf(table, numbers, rows) }, diagnostics: [] };
}

/** Columns with at least one number in them and more numbers than other texts. */
function numberColumns(
  { columns, rows, hasDecimalCommas }: DataTable,
  others: readonly (string | undefined)[],
): readonly string[] {
  return columns.filter((name, index) => {
    if (others.includes(name)) return false;
    const read = rows.map(({ cells }) => readNumber(cells[index] ?? '', hasDecimalCommas));
    const numbers = read.filter((one) => typeof one === 'number').length;
    return numbers > 0 && numbers >= read.filter((one) => one === undefined).length;
  });
}

/** Whether points stand in the head and series below each other. */
function isTurned(
  mark: ChartMark,
  { rows, hasDecimalCommas }: DataTable,
  first: string,
  numbers: readonly string[],
): boolean {
  if (!['line', 'area', 'slope'].includes(mark) || numbers.length < 2 || first === '') return false;
  const heads = readAxis(numbers.map(bareName), hasDecimalCommas).axis;
  const names = readAxis(
    rows.map(({ cells }) => cells[0] ?? ''),
    hasDecimalCommas,
  ).axis;
  return heads !== 'names' && heads !== 'numbers' && names === 'names';
}

const bracketed = /\s*[([](?<unit>[^()[\]]+)[)\]]\s*$/;

/** "Spending" for "Spending (bn €)". */
export function bareName(column: string): string {
  return column.replace(bracketed, '') || column;
}

export function headUnits(numbers: readonly string[]): readonly string[] {
  return [...new Set(numbers.flatMap((name) => bracketed.exec(name)?.groups?.unit?.trim() ?? []))];
}

function unitOf({ columns }: DataTable, numbers: readonly string[], rows: readonly DataRow[]): string {
  const [head] = headUnits(numbers);
  if (head !== undefined) return head;
  const cells = numbers.flatMap((name) => rows.map((row) => row.cells[columns.indexOf(name)] ?? ''));
  return cells.some((cell) => /\d\s*%$/.test(cell)) ? '%' : '';
}

/** One axis has one unit. */
function unitTrouble(
  { columns }: DataTable,
  numbers: readonly string[],
  rows: readonly DataRow[],
): Diagnostic | undefined {
  const units = headUnits(numbers);
  const cure = 'Show one of them, or make a chart for each.';
  if (units.length > 1) {
    const message = `The columns have different units: ${listed(units)}.`;
    return chartError('chart-data', message, rows[0]?.place ?? { path: '', line: 1 }, cure);
  }
  const cells = rows.flatMap((row) => numbers.map((name) => ({ row, cell: row.cells[columns.indexOf(name)] ?? '' })));
  const numeric = cells.filter(({ cell }) => /\d/.test(cell));
  const shares = numeric.filter(({ cell }) => cell.endsWith('%'));
  const odd = shares.length === 0 ? undefined : numeric.find(({ cell }) => !cell.endsWith('%'));
  if (odd === undefined) return undefined;
  const message = `Some values are percentages, and "${odd.cell}" is not.`;
  return chartError('chart-data', message, odd.row.place, 'Give all values in one unit.');
}
