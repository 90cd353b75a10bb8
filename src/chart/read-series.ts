import type { ChartSeries, ChartValue, Diagnostic } from '../model.js';
import type { ChartColumns } from './chart-columns.js';
import { chartError } from './chart-error.js';
import type { readAxis } from './read-axis.js';
import { readNumber } from './read-number.js';

/** As many faults as are said one by one. */
const mostSaid = 5;

/** The series of a chart in the order of the data, and its small charts. What is no number, or stands there twice, is said at its row. */
export function readSeries(
  { cells }: ChartColumns,
  { points, indexOf }: ReturnType<typeof readAxis>,
  hasDecimalCommas: boolean,
): {
  readonly series: readonly ChartSeries[];
  readonly facets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const wrong: Diagnostic[] = [];
  const drafts = new Map<
    string,
    { readonly name: string; readonly facet?: string; readonly values: Map<number, ChartValue> }
  >();
  for (const { x, facet, values, place } of cells) {
    const point = indexOf(x);
    for (const { series, cell, column } of values) {
      const key = JSON.stringify([facet, series]);
      const draft = drafts.get(key) ?? { name: series, ...(facet === undefined ? {} : { facet }), values: new Map() };
      drafts.set(key, draft);
      const value = readNumber(cell, hasDecimalCommas);
      if (value === undefined) {
        const message = `"${cell}" in the column "${column}" is no number.`;
        const cure = hasDecimalCommas
          ? 'Write a number, or leave the place empty.'
          : `Write a number, or leave the place empty.${commaHint(cell)}`;
        wrong.push(chartError('chart-data', message, place, cure));
      }
      if (typeof value !== 'number') continue;
      const before = draft.values.get(point);
      if (before !== undefined) {
        const what = [facet, series, points[point]?.name]
          .filter((part) => part !== undefined && part !== '')
          .join(', ');
        const message = `There are two values for ${what}: ${before.value} in line ${before.place.line}, ${value} here.`;
        const cure = 'Remove one, or name the column that tells them apart: `series:` or `facet:`.';
        wrong.push(chartError('chart-data', message, place, cure));
      }
      draft.values.set(point, { point, value, place });
    }
  }
  const said = wrong.slice(0, mostSaid);
  const more = wrong.length - said.length;
  const last = said.at(-1);
  if (more > 0 && last !== undefined)
    said[said.length - 1] = { ...last, message: `${last.message} ${more} more rows are like it.` };
  const series = [...drafts.values()].map(({ values, ...rest }) => ({
    ...rest,
    values: [...values.values()].sort((a, b) => a.point - b.point),
  }));
  const facets = [...new Set(cells.flatMap(({ facet }) => (facet === undefined ? [] : [facet])))];
  return { series, facets, diagnostics: said };
}

function commaHint(cell: string): string {
  return /^\d+,\d+$/.test(cell) ? ' Values with decimal commas are separated by semicolons.' : '';
}
