import { area } from 'd3-shape';
import { wordsIn } from '../../language/words/words.js';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { chartNumbers } from '../chart-numbers.js';
import { acrossRuns, annotationParts } from './annotations.js';
import { axisParts } from './axis-labels.js';
import { emphasisOf } from './emphasis.js';
import { gapLabels } from './gap-labels.js';
import { gridParts, linesAlong } from './grid.js';
import { legendParts } from './legend.js';
import { nameLines } from './name-lines.js';
import { type ChartPart, type ChartPlan, figure, placed, rule } from './plan.js';
import { plotArea } from './plot-area.js';
import { pathThrough, runsOf } from './runs.js';
import { spreadLabels } from './spread-labels.js';

/** A band of an area: one series on top of those before it. */
interface Band {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

const pathOf = area<Band>()
  .x(({ x }) => x)
  .y0(({ low }) => low)
  .y1(({ high }) => high)
  .digits(1);

/** Areas on top of each other, from zero; gridlines lie over them, names and last values stand beside the last band. */
export function areaPlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const right = 800;
  const { left, top, bottom, unit, axis, scale, across } = plotArea(view, right, lang, numbers);
  const base = new Map<number, number>();
  const bands = view.series.map((series) => {
    const emphasis = emphasisOf(view, series.name);
    const runs = runsOf(series, view, axis.at, scale.at);
    const shapes = runs.map((run) =>
      run.map(({ x, point, value }): Band => {
        const from = base.get(point) ?? 0;
        base.set(point, from + value);
        return { x, low: scale.at(from), high: scale.at(from + value) };
      }),
    );
    return { series, emphasis, runs, shapes, end: shapes.at(-1)?.at(-1) };
  });
  const isStacked = bands.length > 1;
  const valueWidth = bands.reduce(
    (most, { series }) =>
      Math.max(most, textWidth({ text: numbers.value(series.values.at(-1)?.value ?? 0), face: 'strong', size: 22 })),
    0,
  );
  const nameX = right + 32 + valueWidth + 12;
  const names = bands.map(({ series, emphasis }) => nameLines(series.name, figure.width - nameX, 22, emphasis.isFocus));
  const middles = spreadLabels(
    bands.map(({ end }, index) => ({
      at:
        end === undefined
          ? bottom
          : (isStacked ? (end.low + end.high) / 2 : end.high) + ((names[index]?.length ?? 1) - 1) * 14,
      height: 2 + Math.max(1, names[index]?.length ?? 1) * 28,
      order: end === undefined ? bottom : isStacked ? (end.low + end.high) / 2 : end.high,
    })),
    top - 16,
    bottom + 14,
  );
  const labels = bands.flatMap(({ series, end, emphasis: { isFocus, step } }, index): ChartPart[] => {
    const lines = names[index] ?? [];
    const at = end === undefined ? bottom : isStacked ? (end.low + end.high) / 2 : end.high;
    const y = (middles[index] ?? at) - (Math.max(1, lines.length) - 1) * 14;
    const leader = Math.abs(y - at) > 3 ? [rule([right + 9, at], [right + 24, y], 'context', 1.5, step)] : [];
    return [
      ...leader,
      placed(nameX - 12, y + 7, numbers.value(series.values.at(-1)?.value ?? 0), {
        face: 'strong',
        anchor: 'end',
        step,
      }),
      ...lines.map((text, line) =>
        placed(nameX, y + 7 + line * 28, text, { face: isFocus ? 'strong' : 'label', step }),
      ),
    ];
  });
  const filled = bands.flatMap(({ shapes, emphasis: { tone, step } }, index): ChartPart[] =>
    shapes.flatMap((shape): ChartPart[] => {
      const quiet = tone === 'context' || tone === 'muted';
      const opacity = !isStacked ? { opacity: 0.25 } : quiet && index % 2 === 1 ? { opacity: 0.65 } : {};
      const edge = pathThrough(shape.map(({ x, high }) => ({ x, y: high, point: 0, value: 0 }))) ?? '';
      return [
        { kind: 'path', d: pathOf(shape) ?? '', fill: tone, ...opacity, step },
        { kind: 'path', d: edge, stroke: isStacked ? 'paper' : tone, width: isStacked ? 2 : 3.5, step },
      ];
    }),
  );
  const lines = bands.flatMap(({ runs }) => runs);
  const notes = annotationParts(view, across, scale, { top, bottom, left, right, unit }, lines);
  return {
    parts: [
      ...filled,
      ...gridParts(view, scale, numbers, right, words),
      ...axisParts(view, axis, bottom),
      ...notes,
      ...(isStacked
        ? []
        : gapLabels(bands, words, {
            top,
            bottom,
            left: left - 6,
            right,
            grid: linesAlong(view, scale),
            words: notes,
            others: acrossRuns(across, top, bottom),
          })),
      ...labels,
      ...legendParts(view, figure.height - 8),
    ],
    height: figure.height,
  };
}
