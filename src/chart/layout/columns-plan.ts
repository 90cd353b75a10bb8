import { wordsIn } from '../../language/words/words.js';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { chartNumbers } from '../chart-numbers.js';
import { acrossDepth, acrossLabels } from './annotations.js';
import { axisParts, pointScale } from './axis-labels.js';
import { emphasisOf } from './emphasis.js';
import { gridParts, tickText, widestTick } from './grid.js';
import { legendDepth, legendParts } from './legend.js';
import { type ChartPart, type ChartPlan, figure, placed, rule } from './plan.js';
import { valueScale } from './value-scale.js';

/** Bars over time stand, from zero, to scale: years that are not in the data are empty space. Values stand above them where there is room. */
export function columnsPlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const [series] = view.series;
  const values = series?.values ?? [];
  const bottom = figure.height - 56 - legendDepth(view);
  const along = view.annotations.flatMap(({ y, text }) => (y === undefined ? [] : [{ y, text }]));
  const noted = along.reduce((most, { text }) => Math.max(most, textWidth({ text, face: 'label', size: 22 })), 0);
  const right = Math.min(1024, figure.width - (noted === 0 ? 0 : noted + 8));
  const flat = valueScale(view, bottom, 32);
  const left = Math.max(96, widestTick(flat, numbers, view) + 24);
  const half = (right - left) / (2 * Math.max(1, slots(view)));
  const axis = pointScale(view, left + half, right - half, lang, numbers);
  const width = Math.max(4, Math.min(56, half * 1.3));
  const widest = values.reduce(
    (most, { value }) => Math.max(most, textWidth({ text: numbers.value(value), face: 'strong', size: 20 })),
    0,
  );
  // A line along would pass through the values.
  const isValued = widest + 8 <= half * 2 && along.length === 0;
  const isBelow = isValued && values.some(({ value }) => value < 0);
  const unitText = isValued ? view.unit : tickText(flat.ticks.at(-1) ?? 0, flat, numbers, view, words);
  const unit = textWidth({ text: unitText, face: 'label', size: 20 });
  const across = acrossLabels(view, (point) => axis.at(point) - half, right, unit);
  const top = 32 + acrossDepth(across);
  const scale = valueScale(view, isBelow ? bottom - 28 : bottom, isValued ? top + 28 : top);
  const zero = scale.at(0);
  const known = new Set(values.map(({ point }) => point));
  const gaps = view.points.flatMap((_, point) => (known.has(point) ? [] : [point]));
  const parts: ChartPart[] = [
    ...(isValued
      ? [placed(0, top - 8, view.unit, { size: 20, tone: 'muted' })]
      : gridParts(view, scale, numbers, right, words)),
    ...across.flatMap(({ x, start, text, row }) => [
      rule([x, x < unit + 8 ? top : top - 1 - row * 28], [x, bottom], 'ink', 1.5),
      placed(start, top - 8 - row * 28, text),
    ]),
    ...values.flatMap(({ point, value }): ChartPart[] => {
      const { tone, isFocus, step } = emphasisOf(view, view.points[point]?.name ?? '', series?.name);
      const y = scale.at(value);
      const x = axis.at(point) - width / 2;
      const bar: ChartPart = {
        kind: 'rect',
        x,
        y: Math.min(y, zero),
        width,
        height: Math.abs(y - zero),
        fill: tone,
        step,
      };
      const above = value < 0 ? y + 22 : y - 8;
      const label = placed(axis.at(point), above, numbers.value(value), {
        size: 20,
        face: isFocus ? 'strong' : 'label',
        anchor: 'middle',
        step,
      });
      return isValued ? [bar, label] : [bar];
    }),
    ...along.flatMap(({ y, text }) => [
      rule([left - 8, scale.at(y)], [right, scale.at(y)], 'ink', 2),
      placed(right + 8, scale.at(y) + 7, text),
    ]),
    ...gapMarks(gaps, axis.at, half, zero, words.noData),
    rule([0, zero], [right, zero], 'ink', 2),
    ...axisParts(view, axis, bottom),
    ...legendParts(view, figure.height - 8),
  ];
  return { parts: parts.filter((part) => part.kind !== 'text' || part.text !== ''), height: figure.height };
}

/** Bars a scale has room for: from the first to the last point at the smallest distance of two. */
function slots({ points }: ChartView): number {
  const places = points.map(({ at }, index) => at ?? index);
  const pitches = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  const least = pitches.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const whole = (places.at(-1) ?? 0) - (places[0] ?? 0);
  return Number.isFinite(least) && least > 0 ? Math.min(120, Math.round(whole / least) + 1) : 1;
}

/** "no data" where a bar would stand; for neighbours once, where it is wide enough. */
function gapMarks(
  gaps: readonly number[],
  at: (point: number) => number,
  half: number,
  zero: number,
  noData: string,
): readonly ChartPart[] {
  const groups: number[][] = [];
  for (const point of gaps) {
    const group = groups.at(-1);
    if (group?.at(-1) === point - 1) group.push(point);
    else groups.push([point]);
  }
  const width = textWidth({ text: noData, face: 'remark', size: 20 });
  return groups.flatMap((group) => {
    const from = at(group[0] ?? 0) - half;
    const to = at(group.at(-1) ?? 0) + half;
    const words = to - from >= width + 6 ? noData : '–';
    return [placed((from + to) / 2, zero - 10, words, { size: 20, face: 'remark', tone: 'muted', anchor: 'middle' })];
  });
}
