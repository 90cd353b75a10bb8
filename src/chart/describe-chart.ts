import { wordsIn } from '../language/words/words.js';
import type { ChartSeries, ChartView } from '../model.js';
import { chartNumbers } from './chart-numbers.js';
import { shownPoint } from './shown-point.js';

/** The chart in words: what is compared, the unit, the first and last value of each series or the values of each row, and the gaps. */
export function describeChart(view: ChartView, lang: string, title = ''): string {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const kind = words[kinds[view.mark]];
  const point = (index: number): string => {
    const one = view.points[index];
    return one === undefined ? '' : shownPoint(one.name, one.at, view.axis, lang);
  };
  const isOfRows = view.mark === 'dot' || (view.mark === 'bar' && view.points.length <= 24) || view.mark === 'slope';
  const head = [title, view.unit].filter((part) => part !== '').join(', ');
  const lines = isOfRows ? rowsInWords() : view.series.map(seriesInWords);
  const marks = view.annotations.map(({ text, point: at, y }) =>
    at === undefined ? `${text}: ${numbers.value(y ?? 0)}` : `${text}: ${point(at)}`,
  );
  return `${kind}${head === '' ? '' : `: ${head}`}. ${[...lines, ...marks].join('; ')}.${view.isLog ? ` ${words.logScale}.` : ''}`;

  function rowsInWords(): readonly string[] {
    if (view.mark === 'slope')
      return view.series.map(
        (series) => `${nameOf(series)} ${view.points.map((_, index) => at(series, index)).join(', ')}`,
      );
    return view.points.map((one, index) => {
      const values = view.series.map((series) => {
        const value = series.values.find((found) => found.point === index)?.value;
        const said = value === undefined ? words.noData : numbers.value(value);
        return view.series.length === 1 ? said : `${said} (${nameOf(series)})`;
      });
      return `${shownPoint(one.name, one.at, view.axis, lang)}: ${values.join(', ')}`;
    });
  }

  function at({ values }: ChartSeries, index: number): string {
    const value = values.find((found) => found.point === index)?.value;
    return `${value === undefined ? words.noData : numbers.value(value)} (${point(index)})`;
  }

  function seriesInWords(series: ChartSeries): string {
    const [first] = series.values;
    const last = series.values.at(-1);
    const known = new Set(series.values.map((one) => one.point));
    const gaps = view.points.flatMap((_, index) => (known.has(index) ? [] : [point(index)]));
    const ends =
      first === undefined || last === undefined
        ? []
        : [at(series, first.point), ...(first === last ? [] : [at(series, last.point)])];
    const missing =
      gaps.length === 0 ? '' : `, ${words.noData}: ${gaps.slice(0, 12).join(', ')}${gaps.length > 12 ? ', …' : ''}`;
    const name = nameOf(series);
    return `${name === '' ? '' : `${name}: `}${ends.join(' – ')}${missing}`;
  }
}

const kinds = { line: 'chartLine', bar: 'chartBar', dot: 'chartDot', slope: 'chartSlope', area: 'chartArea' } as const;

function nameOf({ name, facet }: ChartSeries): string {
  return [facet, name].filter((part) => part !== undefined && part !== '').join(', ');
}
