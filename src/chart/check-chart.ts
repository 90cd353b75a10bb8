import type { ChartSeries, ChartView, Diagnostic } from '../model.js';
import { chartError } from './chart-error.js';

/** More bars or dots than this are too close to be read. */
const mostRowsShown = 12;
/** Lines in one chart; with more each has a small chart of its own. */
export const mostLines = 7;
/** Small charts on a slide. */
const mostFacets = 9;
/** Points of a line: more than the figure has px. */
const mostPoints = 1000;
/** Bars over time that can be told apart. */
const mostColumns = 60;

/** What keeps a chart from being drawn truly and legibly, each with a cure. */
export function checkChart(view: ChartView): readonly Diagnostic[] {
  const { mark, series, points, facets, place, axis } = view;
  const found: Diagnostic[] = [];
  const report = (message: string, cure: string, at = place): void => {
    found.push(chartError('chart-fit', message, at, cure));
  };
  const values = series.flatMap((one) => one.values);
  if (values.length === 0)
    report('The data has no number to show.', 'Fill at least one place of the columns that are shown.');
  const longest = series.reduce<ChartSeries | undefined>(
    (most, one) => (most !== undefined && most.values.length >= one.values.length ? most : one),
    undefined,
  );
  const isOverTime = axis !== 'names';
  const isOfLines = mark === 'line' || mark === 'area';
  if (isOfLines && (longest?.values.length ?? 0) > mostPoints)
    report(
      `"${longest?.name}" has ${count(longest?.values.length ?? 0)} values; a figure has room for ${count(mostPoints)}.`,
      'Show means by month or year, or fewer years.',
    );
  if (isOfLines && points.length === 1)
    report(`There are values for ${points[0]?.name} only, which make no ${mark}.`, 'Show them as `mark: bar`.');
  const panels = facets.length > 0 ? facets.length : isOfLines && series.length > mostLines ? series.length : 0;
  if (isOfLines && panels > mostFacets)
    report(
      `There are ${panels} small charts to draw; a slide has room for ${mostFacets}.`,
      'Choose those that matter, or show the last values as bars.',
    );
  if (mark === 'area' && values.some(({ value }) => value < 0)) {
    const at = values.find(({ value }) => value < 0)?.place;
    report('An area stands on zero; the data has values below it.', 'Show them as `mark: line`.', at);
  }
  if (
    mark === 'area' &&
    facets.length === 0 &&
    series.length > 1 &&
    series.some((one) => one.values.length < points.length)
  )
    report('Areas on top of each other need every value; the data has gaps.', 'Show them as `mark: line`.');
  if (mark === 'slope' && points.length !== 2)
    report(
      `A slope joins two points; the data has ${points.length}.`,
      'Leave two of them in the data, or show all as `mark: line`.',
    );
  if (mark === 'slope' && series.length > mostRowsShown)
    report(tooMany(series.length, 'lines'), 'Choose those that matter.');
  if (mark === 'dot' && series.length > 2)
    report(
      `A row of dots has one or two values; the data has ${series.length}.`,
      'Choose two columns with `y: [from, to]`, or show all as `mark: line`.',
    );
  const rows = points.length;
  const isOfRows = mark === 'dot' || (mark === 'bar' && (!isOverTime || series.length > 1));
  if (isOfRows && rows > mostRowsShown) report(tooMany(rows, 'rows'), 'Choose those that matter, or use two slides.');
  if (mark === 'bar' && !isOfRows && rows > mostColumns)
    report(`There are ${rows} bars; a figure has room for ${mostColumns}.`, 'Show them as `mark: line`.');
  if (mark === 'bar' && series.length > 4)
    report(
      `Bars stand in columns, one a series; the data has ${series.length}.`,
      'Choose four at most with `y: […]`, or show them as `mark: dot` or `line`.',
    );
  if ((mark === 'dot' || mark === 'slope') && facets.length > 0)
    report(`There are no small charts of \`mark: ${mark}\`.`, 'Leave `facet` out.');
  if (view.isLog && mark !== 'line')
    report(
      'Only lines may have a log scale: the length of bars and areas is read from zero.',
      'Take `scale: log` out.',
    );
  const low = view.isLog ? values.find(({ value }) => value <= 0) : undefined;
  if (low !== undefined) report(`A log scale has no place for ${low.value}.`, 'Take `scale: log` out.', low.place);
  return found;
}

function tooMany(rows: number, what: string): string {
  return `There are ${count(rows)} ${what}; a figure has room for ${mostRowsShown}.`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
