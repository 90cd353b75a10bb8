import { wordsIn } from '../../language/words/words.js';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { chartNumbers } from '../chart-numbers.js';
import { shownPoint } from '../shown-point.js';
import { emphasisOf } from './emphasis.js';
import { legendDepth, legendParts } from './legend.js';
import { lineWidthOf } from './line-plan.js';
import { nameLines } from './name-lines.js';
import { type ChartPart, type ChartPlan, figure, placed, rule } from './plan.js';
import { valueAt } from './rows.js';
import { spreadLabels } from './spread-labels.js';
import { valueScale } from './value-scale.js';

const left = 288;
const right = 736;

/** A line from one point to another for each series: its value at both ends, its name at the right; at the left where there is only that end. */
export function slopePlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const bottom = figure.height - 24 - legendDepth(view);
  const scale = valueScale(view, bottom - 8, 56);
  const lines = view.series.map((series) => {
    const ends = [valueAt(series, 0), valueAt(series, 1)] as const;
    const widths = ends.map((value) =>
      value === undefined ? 0 : textWidth({ text: numbers.value(value), face: 'strong', size: 22 }),
    );
    return { series, ends, widths, emphasis: emphasisOf(view, series.name) };
  });
  const ordered = lines.toSorted((a, b) => Number(a.emphasis.isFocus) - Number(b.emphasis.isFocus));
  const drawn = ordered.flatMap(({ ends: [a, b], emphasis }): ChartPart[] => {
    const { tone, isFocus, step } = emphasis;
    const dot = (x: number, value: number | undefined): ChartPart[] =>
      value === undefined ? [] : [{ kind: 'circle', x, y: scale.at(value), r: isFocus ? 7 : 4.5, fill: tone, step }];
    const between =
      a === undefined || b === undefined
        ? []
        : [rule([left, scale.at(a)], [right, scale.at(b)], tone, lineWidthOf(emphasis), step)];
    return [...between, ...dot(left, a), ...dot(right, b)];
  });
  const valueWidth = lines.reduce((most, { widths: [, b = 0] }) => Math.max(most, b), 0);
  const nameX = right + 32 + valueWidth + 12;
  const room = figure.width - nameX;
  const atRight = lines.map(({ series, ends: [a, b], emphasis }) => {
    const names = nameLines(series.name, room, 22, emphasis.isFocus);
    return { value: b, at: scale.at(b ?? a ?? 0), names, emphasis };
  });
  const atLeft = lines.filter(({ ends: [a] }) => a !== undefined);
  return {
    parts: [
      ...[left, right].map((x) => rule([x, 40], [x, bottom], 'hair', 1)),
      ...view.points.map(({ name, at }, index) =>
        placed(index === 0 ? left : right, 22, shownPoint(name, at, view.axis, lang), {
          face: 'strong',
          anchor: 'middle',
        }),
      ),
      ...(view.unit === '' ? [] : [placed(0, 22, view.unit, { size: 20, tone: 'muted' })]),
      ...drawn,
      ...columnOf(
        atLeft.map(({ ends: [a = 0], emphasis }) => ({
          value: numbers.value(a),
          at: scale.at(a),
          names: [],
          emphasis,
        })),
        left,
        -1,
        bottom,
      ),
      ...columnOf(
        atRight.map(({ value, at, names, emphasis }) => ({
          value: value === undefined ? '' : numbers.value(value),
          at,
          names: value === undefined ? [...names, words.noData] : names,
          emphasis,
        })),
        right,
        1,
        bottom,
        nameX,
      ),
      ...legendParts(view, figure.height - 8),
    ],
    height: figure.height,
  };
}

interface SlopeLabel {
  readonly value: string;
  readonly at: number;
  readonly names: readonly string[];
  readonly emphasis: ReturnType<typeof emphasisOf>;
}

/** Labels of one side, none over another; the same value twice at one place is written once. */
function columnOf(
  all: readonly SlopeLabel[],
  x: number,
  side: 1 | -1,
  bottom: number,
  nameX = 0,
): readonly ChartPart[] {
  const labels =
    side === 1
      ? all
      : all.filter(
          (one, index) =>
            all.findIndex((other) => other.value === one.value && Math.abs(other.at - one.at) < 1) === index,
        );
  const middles = spreadLabels(
    labels.map(({ at, names }) => ({
      at: at + (Math.max(1, names.length) - 1) * 14,
      height: 2 + Math.max(1, names.length) * 28,
      order: at,
    })),
    40,
    bottom + 16,
  );
  return labels.flatMap(({ value, at, names, emphasis: { isFocus, step } }, index) => {
    const y = (middles[index] ?? at) - (Math.max(1, names.length) - 1) * 14;
    const leader = Math.abs(y - at) > 3 ? [rule([x + side * 9, at], [x + side * 24, y], 'context', 1.5, step)] : [];
    const number =
      side === -1
        ? placed(x - 32, y + 7, value, { face: 'strong', anchor: 'end', step })
        : placed(nameX - 12, y + 7, value, { face: 'strong', anchor: 'end', step });
    return [
      ...leader,
      ...(value === '' ? [] : [number]),
      ...names.map((text, line) =>
        placed(nameX, y + 7 + line * 28, text, { face: isFocus ? 'strong' : 'label', step }),
      ),
    ];
  });
}
