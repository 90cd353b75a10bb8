import { scaleLinear } from 'd3-scale';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { wordsOf, wrapText } from '../../relations/wrap-text.js';
import type { ChartNumbers } from '../chart-numbers.js';
import { shownPoint } from '../shown-point.js';
import { type ChartPart, placed, rule } from './plan.js';

/** The axis along which a chart runs. */
export interface PointScale {
  /** Where a point stands, px. */
  readonly at: (point: number) => number;
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

/** Room between two labels, px from middle to middle. */
const leastPitch = 96;

/**
 * Points from `left` to `right`, to scale where they have one. The first and the last are labelled, and between them every 2nd, 5th or
 * 10th, so that labels keep their distance; months and days by their years where they are many.
 */
export function pointScale(
  view: ChartView,
  left: number,
  right: number,
  lang: string,
  numbers: ChartNumbers,
): PointScale {
  const { points, axis } = view;
  const places = points.map(({ at }, index) => (axis === 'names' ? index : (at ?? index)));
  const [first = 0, last = first] = [places[0], places.at(-1)];
  const scale = first === last ? () => (left + right) / 2 : scaleLinear([first, last], [left, right]);
  const at = (point: number): number => scale(places[point] ?? first);
  if (axis === 'numbers') {
    const ticks = scaleLinear([first, last], [left, right]).ticks(6);
    const step = (ticks[1] ?? 1) - (ticks[0] ?? 0) || 1;
    return { at, labels: ticks.map((tick) => ({ x: scale(tick), text: numbers.tick(tick, step) })) };
  }
  const names = points.map(({ name, at: time }) => shownPoint(name, time, axis, lang));
  const all = points.map((_, index) => ({ x: at(index), text: names[index] ?? '' }));
  if (axis === 'names') return { at, labels: all };
  const years = axis === 'years' ? undefined : yearStarts(view, scale);
  return { at, labels: years !== undefined && years.length >= 3 ? thinned(years, true) : thinned(all, false) };
}

/** The labels and ticks below an axis at `y`; names stand on up to three lines. */
export function axisParts(view: ChartView, { labels }: PointScale, y: number, size = 20): readonly ChartPart[] {
  if (view.axis !== 'names')
    return labels.flatMap(({ x, text }) => [
      rule([x, y + 1], [x, y + 8], 'ink', 2),
      placed(x, y + 32, text, { size, tone: 'muted', anchor: 'middle' }),
    ]);
  const pitch = labels.length < 2 ? 400 : Math.abs((labels[1]?.x ?? 0) - (labels[0]?.x ?? 0));
  return labels.flatMap(({ x, text }) =>
    wrapText(wordsOf(text, 'label', size), Math.max(40, pitch - 16))
      .slice(0, 3)
      .map((line, index) =>
        placed(x, y + 28 + index * 22, line.map((run) => run.text).join(''), { size, tone: 'muted', anchor: 'middle' }),
      ),
  );
}

/** How high the labels of an axis are, px below its line. */
export function axisDepth(view: ChartView, { labels }: PointScale, size = 20): number {
  if (view.axis !== 'names') return 40;
  const pitch = labels.length < 2 ? 400 : Math.abs((labels[1]?.x ?? 0) - (labels[0]?.x ?? 0));
  const lines = labels.map(({ text }) => wrapText(wordsOf(text, 'label', size), Math.max(40, pitch - 16)));
  return 36 + (Math.max(1, ...lines.map((one) => Math.min(3, one.length))) - 1) * 22;
}

/** The first day of each year between the first and the last point. */
function yearStarts({ points }: ChartView, scale: (value: number) => number): PointScale['labels'] {
  const times = points.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const from = new Date(first).getUTCFullYear();
  const to = new Date(last).getUTCFullYear();
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .map((year) => ({ time: Date.UTC(year, 0, 1), text: String(year) }))
    .filter(({ time }) => time >= first && time <= last)
    .map(({ time, text }) => ({ x: scale(time), text }));
}

/** Every 1st, 2nd, 3rd, 5th … label with enough room; the last always, unless `isLoose`. */
function thinned(all: PointScale['labels'], isLoose: boolean): PointScale['labels'] {
  const widest = all.reduce((most, { text }) => Math.max(most, textWidth({ text, face: 'label', size: 20 })), 0);
  const pitch = Math.max(leastPitch, widest + 24);
  const last = all.at(-1);
  const fitting = [1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 250].flatMap((every) => {
    const kept = all.filter((_, index) => index % every === 0);
    const isTight = kept.some(({ x }, index) => index > 0 && x - (kept[index - 1]?.x ?? 0) < pitch);
    return isTight ? [] : [{ every, kept }];
  });
  // Steps that end at the last label are even throughout; they may be up to twice as wide as need be.
  const [first] = fitting;
  const even = fitting.find(({ every, kept }) => kept.at(-1) === last && every <= (first?.every ?? 1) * 2);
  const { kept = all.slice(0, 1) } = even ?? first ?? {};
  if (isLoose || last === undefined || kept.at(-1) === last) return kept;
  return [...kept.filter(({ x }) => last.x - x >= widest + 20), last];
}
