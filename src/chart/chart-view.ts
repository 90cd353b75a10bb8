import type { ChartAnnotation, ChartView, DataTable, Diagnostic, Hue, Place } from '../model.js';
import { hueOf } from '../model.js';
import type { YamlText } from '../read/yaml.js';
import { type ChartColumns, chartColumns } from './chart-columns.js';
import { chartError } from './chart-error.js';
import type { ChartFence } from './chart-schema.js';
import { readAxis } from './read-axis.js';
import { decimalsOf } from './read-number.js';
import { readSeries } from './read-series.js';
import { nearestOf } from './read-table.js';

/** Most digits behind the decimal mark that a chart gives by itself. */
const mostDecimals = 2;

/** A chart of what a fence asks for and its data: columns found, numbers read, names looked up. */
export function chartView(
  fence: ChartFence,
  table: DataTable,
  placeOf: YamlText['placeOf'],
  place: Place,
): { readonly view?: ChartView; readonly diagnostics: readonly Diagnostic[] } {
  const mark = fence.mark ?? 'line';
  const read = chartColumns(fence, mark, table, placeOf);
  if (read.columns === undefined) return { diagnostics: read.diagnostics };
  const { columns } = read;
  const axis = readAxis(
    columns.cells.map(({ x }) => x),
    table.hasDecimalCommas,
  );
  const { series, facets, diagnostics: wrong } = readSeries(columns, axis, table.hasDecimalCommas);
  if (wrong.length > 0) return { diagnostics: wrong };
  const { format = '', scale } = fence.y ?? {};
  const names = namesOf(
    series,
    axis.points.map(({ name }) => name),
    facets,
  );
  const found: Diagnostic[] = [];
  const known = (name: string, path: readonly PropertyKey[]): boolean => {
    if (names.includes(name)) return true;
    found.push(chartError('chart', `"${name}" is not in the data.`, placeOf(path), nearestOf(name, names, 'names')));
    return false;
  };
  const steps = stepsOf(fence, known);
  const view: ChartView = {
    mark,
    axis: axis.axis,
    points: axis.points,
    series,
    facets,
    unit: (fence.y?.unit ?? columns.unit).trim(),
    decimals: format === '' ? givenDecimals(columns, table) : Number(/\.(\d)/.exec(format)?.[1] ?? 0),
    isShare: format.endsWith('%'),
    isSigned: format.startsWith('+'),
    isLog: scale === 'log',
    isSorted: fence.sort === undefined ? axis.axis === 'names' : fence.sort === 'value',
    focus: (fence.focus ?? []).filter((name) => known(name, ['focus'])),
    hues: Object.fromEntries(Object.entries(fence.hues ?? {}).filter(([name]) => known(name, ['hues', name]))),
    legend: legendOf(fence, placeOf, found),
    steps,
    clicks: Math.max(0, ...Object.values(steps)),
    annotations: annotationsOf(fence, axis.indexOf, axis.axis === 'names', placeOf, found),
    place,
  };
  return found.length > 0 ? { diagnostics: found } : { view, diagnostics: read.diagnostics };
}

function namesOf(series: ChartView['series'], points: readonly string[], facets: readonly string[]): readonly string[] {
  return [...new Set([...series.map(({ name }) => name).filter((name) => name !== ''), ...points, ...facets])];
}

/** As many as the most exact value has. */
function givenDecimals({ cells }: ChartColumns, { hasDecimalCommas }: DataTable): number {
  const given = cells.flatMap(({ values }) => values.map(({ cell }) => decimalsOf(cell, hasDecimalCommas)));
  return Math.min(
    mostDecimals,
    given.reduce((most, one) => Math.max(most, one), 0),
  );
}

function stepsOf(
  { steps = [] }: ChartFence,
  known: (name: string, path: readonly PropertyKey[]) => boolean,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    steps.flatMap((names, index) =>
      names.filter((name) => known(name, ['steps', index])).map((name) => [name, index + 1]),
    ),
  );
}

function legendOf(
  { legend = {}, hues = {} }: ChartFence,
  placeOf: YamlText['placeOf'],
  found: Diagnostic[],
): ChartView['legend'] {
  const used = new Set(Object.values(hues));
  return Object.entries(legend).flatMap(([name, text]): { readonly hue: Hue; readonly text: string }[] => {
    const hue = hueOf(name);
    if (hue !== undefined && used.has(hue)) return [{ hue, text }];
    const message = `The legend names ${name}, and \`hues\` gives that colour to nothing.`;
    found.push(
      chartError('chart', message, placeOf(['legend', name]), 'Give it to a name under `hues`, or remove it.'),
    );
    return [];
  });
}

function annotationsOf(
  { annotations = [] }: ChartFence,
  indexOf: (cell: string) => number,
  isNames: boolean,
  placeOf: YamlText['placeOf'],
  found: Diagnostic[],
): readonly ChartAnnotation[] {
  return annotations.flatMap(({ x, y, text }, index): ChartAnnotation[] => {
    if (y !== undefined) return [{ text, y }];
    const point = indexOf(String(x));
    if (point >= 0) return [{ text, point }];
    const cure = isNames ? 'Name one of its values.' : 'Name a year or date that stands in the data.';
    found.push(chartError('chart', `The axis has no ${x}.`, placeOf(['annotations', index]), cure));
    return [];
  });
}
