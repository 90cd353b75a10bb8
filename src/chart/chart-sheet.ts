import { wordsIn } from '../language/words/words.js';
import type { ChartSeries, ChartSheet, ChartSheetTone, ChartView } from '../model.js';
import { mostLines } from './check-chart.js';
import { emphasisOf } from './layout/emphasis.js';
import { rowOrder, valueAt } from './layout/rows.js';
import { shownPoint } from './shown-point.js';

/**
 * What a program with charts of its own needs of a chart. Undefined where it would lose something or draw it otherwise: dots in rows,
 * small charts, notes and a legend in it, times at unlike distances, areas with gaps, lines that end before the last date, names of
 * series that would stand in a legend beside the same colour.
 */
export function chartSheet(view: ChartView, lang: string): ChartSheet | undefined {
  const form = formOf(view);
  if (form === undefined || view.facets.length > 0 || view.annotations.length > 0 || view.legend.length > 0)
    return undefined;
  const filled = form === 'columns' ? withEveryYear(view) : view;
  if (form !== 'bars' && !isEven(filled)) return undefined;
  const hasGaps = filled.series.some(({ values }) => values.length < filled.points.length);
  if (form === 'area' && hasGaps) return undefined;
  if (form === 'line' && filled.series.some((series) => endsEarly(series, filled))) return undefined;
  const [leading] = filled.series;
  const inData = filled.points.map((_, index) => index);
  const order =
    form === 'bars'
      ? rowOrder(filled, (point) => (leading === undefined ? undefined : valueAt(leading, point)))
      : inData;
  const hasLegend = filled.series.length > 1 && (form === 'area' || form === 'bars' || isCrowded(filled));
  if (hasLegend && isAlike(filled)) return undefined;
  return {
    form,
    unit: view.unit,
    hasLegend,
    names: order.map((point) => nameOf(filled, point, form, lang)),
    series: filled.series.map((series) => ({
      name: series.name === '' ? view.unit : series.name,
      values: order.map((point) => valueAt(series, point)),
      ...look(filled, series, order, form),
    })),
    numberFormat: numberFormat(view),
    isLog: view.isLog,
  };
}

function formOf({ mark, axis, series }: ChartView): ChartSheet['form'] | undefined {
  if (series.length === 0 || mark === 'dot') return undefined;
  if (mark === 'bar') return axis !== 'names' && series.length === 1 ? 'columns' : 'bars';
  if (mark === 'slope') return 'slope';
  return series.length > mostLines ? undefined : mark;
}

/** Bars over years stand to scale: a year that the data leave out is a gap. */
function withEveryYear(view: ChartView): ChartView {
  const years = view.points.map(({ at }) => at ?? Number.NaN);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  if (view.axis !== 'years' || years.some((year) => !Number.isInteger(year)) || last - first > 200) return view;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    ...view,
    points: all.map((at) => view.points[years.indexOf(at)] ?? { name: String(at), at }),
    series: view.series.map((series) => ({
      ...series,
      values: series.values.map((value) => ({ ...value, point: all.indexOf(years[value.point] ?? first) })),
    })),
  };
}

/** The name and "no data since" of such a line would lie over others. */
function endsEarly(series: ChartSeries, { points }: ChartView): boolean {
  return valueAt(series, points.length - 1) === undefined;
}

/** Names beside lines that end close together would stand over each other. */
function isCrowded({ series }: ChartView): boolean {
  const all = series.flatMap(({ values }) => values.map(({ value }) => value));
  const range = Math.max(...all) - Math.min(...all, 0);
  const ends = series.flatMap(({ values }) => values.at(-1)?.value ?? []).toSorted((a, b) => a - b);
  return ends.some((end, index) => index > 0 && end - (ends[index - 1] ?? end) < range * 0.09);
}

/** A legend tells series by their colours alone, and so needs one for each. */
function isAlike(view: ChartView): boolean {
  const tones = view.series.map(({ name }) => toneOf(view, name));
  const isMixed = view.mark === 'bar' && view.points.some(({ name }) => emphasisOf(view, name).isFocus);
  return isMixed || new Set(tones).size < tones.length;
}

/** Whether points stand at like distances; months and quarters are not quite as long as each other. */
function isEven({ points, mark }: ChartView): boolean {
  const places = points.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const pitches = places.slice(1).map((place, index) => place - (places[index] ?? place));
  return mark === 'slope' || pitches.length < 2 || Math.max(...pitches) < Math.min(...pitches) * 1.2;
}

/** A bar that is missing is told from one that is nought by its name. */
function nameOf(view: ChartView, point: number, form: ChartSheet['form'], lang: string): string {
  const { name, at } = view.points[point] ?? { name: '' };
  const shown = shownPoint(name, at, view.axis, lang);
  const isBar = form === 'bars' || form === 'columns';
  const isGap = view.series.every((series) => valueAt(series, point) === undefined);
  return isBar && isGap ? `${shown} (${wordsIn(lang).noData})` : shown;
}

function look(
  view: ChartView,
  { name }: ChartSeries,
  order: readonly number[],
  form: ChartSheet['form'],
): { readonly tone: ChartSheetTone; readonly isFocus: boolean; readonly tones?: readonly ChartSheetTone[] } {
  const tone = toneOf(view, name);
  const { isFocus } = emphasisOf(view, name);
  if (form !== 'bars' && form !== 'columns') return { tone, isFocus };
  return { tone, isFocus, tones: order.map((point) => toneOf(view, view.points[point]?.name ?? '', name)) };
}

function toneOf(view: ChartView, name: string, other = ''): ChartSheetTone {
  const { tone } = emphasisOf(view, name, other);
  return tone === 'hair' || tone === 'paper' ? 'muted' : tone;
}

function numberFormat({ decimals, isShare, isSigned }: ChartView): string {
  const plain = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${isShare ? '%' : ''}`;
  return isSigned ? `+${plain};\u2212${plain};${plain}` : `${plain};\u2212${plain}`;
}
