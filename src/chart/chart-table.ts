import { wordsIn } from '../language/words/words.js';
import type { ChartView } from '../model.js';
import { chartNumbers } from './chart-numbers.js';
import { shownPoint } from './shown-point.js';

/** The chart's numbers as a table: a row a point, a column a series. Text, not HTML. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where there are more points than series and columns would be too many, series are the rows. */
export function chartTable(view: ChartView, lang: string): ChartTable {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const points = view.points.map(({ name, at }) => shownPoint(name, at, view.axis, lang));
  const names = view.series.map(({ name, facet }) =>
    [facet, name].filter((part) => part !== undefined && part !== '').join(', '),
  );
  const cell = (series: number, point: number): string => {
    const value = view.series[series]?.values.find((one) => one.point === point)?.value;
    return value === undefined ? words.noData : numbers.value(value);
  };
  const isAcross =
    points.length <= 10 && names.length > 1 && names.length >= points.length / 2 && view.axis !== 'names';
  if (isAcross)
    return {
      head: [view.unit, ...points],
      rows: names.map((name, series) => [name, ...points.map((_, point) => cell(series, point))]),
    };
  const heads = names.map((name) => (name === '' ? view.unit : name));
  const corner = names.every((name) => name === '') ? '' : view.unit;
  return {
    head: [corner, ...heads],
    rows: points.map((name, point) => [name, ...names.map((_, series) => cell(series, point))]),
  };
}
