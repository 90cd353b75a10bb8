import { scaleLinear, scaleLog } from 'd3-scale';
import type { ChartView } from '../../model.js';

/** A scale of values, with the ticks that are shown. */
export interface ValueScale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  /** From tick to tick. */
  readonly step: number;
  /** Zero lies on it. */
  readonly hasZero: boolean;
}

/**
 * A scale from `low` to `high` px. Bars and areas stand on zero; a line's scale begins there where its lowest value is under a third of the
 * highest. Its ends are ticks, at 1, 2 or 5 × 10ⁿ.
 */
export function valueScale(view: ChartView, low: number, high: number, wanted = 4): ValueScale {
  const values = view.series.flatMap((one) => one.values.map(({ value }) => value));
  const marks = view.annotations.flatMap(({ y }) => (y === undefined ? [] : [y]));
  const stacked = view.mark === 'area' && view.facets.length === 0 ? sumsOf(view) : [];
  const all = [...values, ...marks, ...stacked];
  const min = all.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const max = all.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  if (view.isLog) return logScale(min, max, low, high);
  const isOnZero =
    view.mark === 'bar' ||
    view.mark === 'area' ||
    (min >= 0 ? min < max / 3 : max <= 0 && max > min / 3) ||
    min * max <= 0;
  const from = isOnZero ? Math.min(0, min) : min;
  const to = isOnZero ? Math.max(0, max) : max;
  const scale = scaleLinear(from === to ? [from - 1, to + 1] : [from, to], [low, high]).nice(wanted);
  const ticks = scale.ticks(wanted);
  const [first = 0, second = first + 1] = ticks;
  return { at: scale, ticks, step: second - first, hasZero: ticks.includes(0) };
}

function logScale(min: number, max: number, low: number, high: number): ValueScale {
  const from = 10 ** Math.floor(Math.log10(min));
  const to = 10 ** Math.ceil(Math.log10(max));
  const scale = scaleLog([from, to === from ? from * 10 : to], [low, high]);
  const ticks: number[] = [];
  for (let tick = from; tick <= to * 1.0001; tick *= 10) ticks.push(Number(tick.toPrecision(3)));
  return { at: scale, ticks, step: from, hasZero: false };
}

/** What areas on top of each other reach at each point. */
function sumsOf({ series, points }: ChartView): readonly number[] {
  return points.map((_, point) =>
    series.reduce((sum, { values }) => sum + (values.find((one) => one.point === point)?.value ?? 0), 0),
  );
}
