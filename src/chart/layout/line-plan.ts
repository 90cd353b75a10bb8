import { filled, wordsIn } from '../../language/words/words.js';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { chartNumbers } from '../chart-numbers.js';
import { shownPoint } from '../shown-point.js';
import { acrossRuns, annotationParts } from './annotations.js';
import { axisParts } from './axis-labels.js';
import { type Emphasis, emphasisOf } from './emphasis.js';
import { gapLabels } from './gap-labels.js';
import { gridParts, linesAlong } from './grid.js';
import { legendParts } from './legend.js';
import { nameLines } from './name-lines.js';
import { type ChartPart, type ChartPlan, figure, placed, rule } from './plan.js';
import { plotArea } from './plot-area.js';
import { pathThrough, runsOf, type Spot } from './runs.js';
import { spreadLabels } from './spread-labels.js';

/** A line's look: the focus wide, context thin. */
export function lineWidthOf({ isFocus, tone }: Emphasis): number {
  return isFocus ? 5 : tone === 'context' || tone === 'muted' ? 2.5 : 3.5;
}

/** An end label: what it says, and where its line ends. */
interface EndLabel {
  readonly value: string;
  readonly lines: readonly { readonly text: string; readonly isRemark: boolean }[];
  readonly end: Spot;
  readonly emphasis: Emphasis;
}

/**
 * Lines over an axis: names and last values stand at their ends in one column, the unit at the top gridline, dates below. What is known of
 * widths decides how far the lines reach: names get up to two lines of their own.
 */
export function linePlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const ends = view.series.map((series) => ({ series, last: series.values.at(-1) }));
  const lastPoint = view.points.length - 1;
  const endsEarly = ends.filter(({ last }) => last !== undefined && last.point < lastPoint);
  const valueWidth = ends.reduce(
    (most, { last }) =>
      Math.max(most, last === undefined ? 0 : textWidth({ text: numbers.value(last.value), face: 'strong', size: 22 })),
    0,
  );
  const right = plotRight(view, valueWidth, endsEarly.length > 0);
  const nameX = right + 32 + valueWidth + 12;
  const { left, top, bottom, unit, axis, scale, across } = plotArea(view, right, lang, numbers);
  const drawn = view.series.map((series) => ({
    series,
    runs: runsOf(series, view, axis.at, scale.at),
    emphasis: emphasisOf(view, series.name),
  }));
  const inOrder = drawn.toSorted((a, b) => Number(a.emphasis.isFocus) - Number(b.emphasis.isFocus));
  const marks = inOrder.flatMap(({ runs, emphasis }) => lineParts(runs, emphasis));
  const labels = drawn.flatMap(({ series, runs, emphasis }): EndLabel[] => {
    const end = runs.at(-1)?.at(-1);
    if (end === undefined) return [];
    const isEarly = end.point < lastPoint;
    const names = nameLines(series.name, figure.width - nameX, 22, emphasis.isFocus).map((text) => ({
      text,
      isRemark: false,
    }));
    const next = view.points[end.point + 1];
    const since =
      next === undefined ? '' : filled(words.noDataSince, { since: shownPoint(next.name, next.at, view.axis, lang) });
    const remark = (isEarly ? nameLines(since, figure.width - nameX, 20, false) : []).map((text) => ({
      text,
      isRemark: true,
    }));
    return [{ value: isEarly ? '' : numbers.value(end.value), lines: [...names, ...remark], end, emphasis }];
  });
  const allRuns = drawn.flatMap(({ runs }) => runs);
  const notes = annotationParts(view, across, scale, { top, bottom, left, right, unit }, allRuns);
  const parts = [
    ...gridParts(view, scale, numbers, right, words),
    ...axisParts(view, axis, bottom),
    ...notes,
    ...marks,
    ...gapLabels(drawn, words, {
      top,
      bottom,
      left: left - 6,
      right,
      grid: linesAlong(view, scale),
      words: notes,
      others: acrossRuns(across, top, bottom),
    }),
    ...endLabelParts(labels, { right, nameX, top, bottom: bottom + 14 }),
    ...legendParts(view, figure.height - 8),
  ];
  return { parts, height: figure.height };
}

/** The lines of one series: straight runs, dots at the ends and at the edges of gaps. */
export function lineParts(runs: readonly (readonly Spot[])[], emphasis: Emphasis, small = false): readonly ChartPart[] {
  const { tone, isFocus, step } = emphasis;
  const r = isFocus ? (small ? 6 : 7) : 4.5;
  const edge = small ? 3.5 : 4.5;
  const width = small && !isFocus ? 3 : lineWidthOf(emphasis);
  return runs.flatMap((run, index): ChartPart[] => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return [];
    const line: ChartPart[] =
      run.length > 1 ? [{ kind: 'path', d: pathThrough(run) ?? '', stroke: tone, width, step }] : [];
    const dot = ({ x, y }: Spot, radius: number): ChartPart => ({ kind: 'circle', x, y, r: radius, fill: tone, step });
    const isLast = index === runs.length - 1;
    return [...line, ...(index > 0 && run.length > 1 ? [dot(first, edge)] : []), dot(last, isLast ? r : edge)];
  });
}

/** How far lines reach: as far as leaves every name two lines. */
function plotRight({ series, focus }: ChartView, valueWidth: number, hasRemark: boolean): number {
  for (let right = 832; right > 608; right -= 32) {
    const room = figure.width - (right + 32 + valueWidth + 12);
    const fits = series.every(({ name }) => {
      const lines = nameLines(name, room, 22, focus.includes(name));
      return lines.length <= 2 && lines.join('').length >= name.replace(/\s/g, '').length;
    });
    const isWhole = series.every(({ name }) =>
      name.split(/\s+/).every((word) => textWidth({ text: word, face: 'strong', size: 22 }) <= room),
    );
    if (fits && isWhole && room >= (hasRemark ? 130 : 0)) return right;
  }
  return 608;
}

/** Values and names in a column beside the ends of their lines; one that had to give way is joined to its line. */
function endLabelParts(
  labels: readonly EndLabel[],
  {
    right,
    nameX,
    top,
    bottom,
  }: { readonly right: number; readonly nameX: number; readonly top: number; readonly bottom: number },
): readonly ChartPart[] {
  const lineHeight = 28;
  const wanted = labels.map(({ end, lines }) => ({
    at: end.y + (Math.max(1, lines.length) - 1) * (lineHeight / 2),
    height: 2 + Math.max(1, lines.length) * lineHeight,
    order: end.y,
  }));
  const middles = spreadLabels(wanted, top - 16, bottom);
  return labels.flatMap(({ value, lines, end, emphasis: { isFocus, step } }, index) => {
    const first = (middles[index] ?? end.y) - (Math.max(1, lines.length) - 1) * (lineHeight / 2);
    const isMoved = Math.abs(first - end.y) > 3 && value !== '';
    const leader = isMoved ? [rule([right + 9, end.y], [right + 24, first], 'context', 1.5, step)] : [];
    const face = isFocus ? ('strong' as const) : ('label' as const);
    return [
      ...leader,
      ...(value === '' ? [] : [placed(nameX - 12, first + 7, value, { face: 'strong', anchor: 'end', step })]),
      ...lines.map(({ text, isRemark }, at) =>
        placed(
          nameX,
          first + 7 + at * lineHeight,
          text,
          isRemark ? { size: 20, face: 'remark', tone: 'muted', step } : { face, step },
        ),
      ),
    ];
  });
}
