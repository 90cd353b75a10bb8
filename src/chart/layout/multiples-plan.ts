import { area } from 'd3-shape';
import { wordsIn } from '../../language/words/words.js';
import type { ChartSeries, ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { chartNumbers } from '../chart-numbers.js';
import { shownPoint } from '../shown-point.js';
import { pointScale } from './axis-labels.js';
import { type Emphasis, emphasisOf } from './emphasis.js';
import { gapLabels } from './gap-labels.js';
import { tickText, widestTick } from './grid.js';
import { legendDepth, legendParts } from './legend.js';
import { lineParts } from './line-plan.js';
import { nameLines } from './name-lines.js';
import { boxOf, type ChartPart, type ChartPlan, figure, overlaps, type PlacedText, placed, rule } from './plan.js';
import { pathThrough, runsOf, type Spot, touches } from './runs.js';
import { spreadLabels } from './spread-labels.js';
import { valueScale } from './value-scale.js';

/** A small chart: its name, and what it shows. */
interface Panel {
  readonly name: string;
  readonly series: readonly ChartSeries[];
}

const pitch = 384;

/**
 * Small charts on one scale and one axis, each printed once: numbers in the left column, the unit in the first, dates below the last of a
 * column. The focus comes back faintly in every other chart, named once. Where a chart has several lines, each is named at its end.
 */
export function multiplesPlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const panels = panelsOf(view);
  const columns = panels.length === 4 || panels.length === 2 ? 2 : 3;
  const rows = Math.ceil(panels.length / columns);
  const isMany = panels.some(({ series }) => series.length > 1);
  const legend = legendDepth(view);
  const rowPitch = Math.floor((figure.height - 8 - legend) / rows);
  const wide = columns === 2 ? 576 : pitch;
  const valueWidth = widestValue(view, numbers.value, panels);
  const named = isMany ? Math.min(160, widestName(panels) + 8) : 0;
  const right = wide - 32 - 14 - valueWidth - named;
  const low = rowPitch - (rows > 2 ? 32 : 48);
  const high = rows > 2 ? 44 : 60;
  const scale = valueScale(
    { ...view, mark: view.mark === 'area' ? 'area' : 'line', facets: ['small'] },
    low,
    high,
    rows > 2 ? 2 : 3,
  );
  const left = Math.max(40, widestTick(scale, numbers, view) + 12);
  const axis = pointScale(view, left, right, lang, numbers);
  const focus = isMany
    ? undefined
    : view.series.find(({ name, facet }) => view.focus.includes(name === '' ? (facet ?? '') : name));
  const grid = scale.ticks.map((tick) => scale.at(tick));
  let isNamed = false;
  const parts = panels.flatMap(({ name, series }, index): readonly ChartPart[] => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const [x, y] = [column * wide, row * rowPitch];
    const isLowest = index + columns >= panels.length;
    const own = series.map((one) => ({
      series: one,
      emphasis: panelEmphasis(view, one, name, isMany),
      runs: runsOf(one, view, axis.at, scale.at),
    }));
    const ghost = focus === undefined || series.includes(focus) ? [] : runsOf(focus, view, axis.at, scale.at);
    const ghostTone = focus === undefined ? 'context' : emphasisOf(view, focus.name, focus.facet).tone;
    const runs = own.flatMap((one) => one.runs);
    const gaps = gapLabels(own, words, { top: high, bottom: low, left: left - 6, right, grid, others: ghost }, 18);
    const ghostName =
      isNamed || ghost.length === 0 || focus === undefined
        ? undefined
        : freeGhostName(focus.name || (focus.facet ?? ''), ghost, [...runs, ...ghost], grid, {
            top: high,
            bottom: low,
            right,
            filled: view.mark === 'area' ? runs : [],
            words: gaps,
          });
    isNamed ||= ghostName !== undefined;
    const { step } = emphasisOf(view, name);
    const inPanel: readonly ChartPart[] = [
      ...scale.ticks.flatMap((tick): readonly ChartPart[] => {
        const at = scale.at(tick);
        const line = rule(
          [0, tick === 0 ? at : at + 0.5],
          [right, tick === 0 ? at : at + 0.5],
          tick === 0 ? 'ink' : 'hair',
          tick === 0 ? 2 : 1,
        );
        if (column > 0) return [line];
        const isTop = tick === scale.ticks.at(-1);
        const text =
          isTop && index > 0
            ? numbers.tick(tick, view.isLog ? tick : scale.step)
            : tickText(tick, scale, numbers, view, words);
        return [line, placed(0, at - 6, text, { size: 18, tone: 'muted' })];
      }),
      ...(isLowest ? endDates(view, axis.at, low, lang) : []),
      ...ghost.map(
        (run): ChartPart => ({
          kind: 'path',
          d: pathThrough(run) ?? '',
          stroke: ghostTone,
          width: 2.5,
          opacity: 0.45,
          step: 0,
        }),
      ),
      ...(ghostName === undefined ? [] : [ghostName]),
      ...own.flatMap(({ runs: lines, emphasis }) =>
        view.mark === 'area' ? areaParts(lines, emphasis, scale.at(0)) : lineParts(lines, emphasis, true),
      ),
      ...gaps,
      ...endLabels(own, view, { right, top: high, bottom: low, valueWidth, named, value: numbers.value, isMany }),
    ];
    const title = titleParts(name, wide - 24, step);
    return [...title, ...inPanel.map((part) => (part.step === 0 ? { ...part, step } : part))].map((part) =>
      moved(part, x, y),
    );
  });
  return { parts: [...parts, ...legendParts(view, figure.height - 8)], height: figure.height };
}

/** One a facet, else one a series; in the order of the last value where the data has none of its own. */
function panelsOf({ facets, series, isSorted }: ChartView): readonly Panel[] {
  if (facets.length > 0) return facets.map((name) => ({ name, series: series.filter(({ facet }) => facet === name) }));
  const single = series.map((one) => ({ name: one.name, series: [one] }));
  const last = ({ series: [one] }: Panel): number => one?.values.at(-1)?.value ?? Number.NEGATIVE_INFINITY;
  return isSorted ? single.toSorted((a, b) => last(b) - last(a)) : single;
}

function panelEmphasis(view: ChartView, { name, facet }: ChartSeries, panel: string, isMany: boolean): Emphasis {
  const emphasis = emphasisOf(view, isMany ? name : panel, isMany ? '' : (facet ?? ''));
  return emphasis.tone === 'context' && !isMany ? { ...emphasis, tone: 'muted' } : emphasis;
}

/** A small chart's name; one too long for a line stands on two smaller ones. */
function titleParts(name: string, width: number, step: number): readonly ChartPart[] {
  const [only, ...others] = nameLines(name, width, 22, true);
  if (only !== undefined && others.length === 0) return [placed(0, 22, only, { face: 'strong', step })];
  return nameLines(name, width, 18, true).map((text, line) =>
    placed(0, 14 + line * 20, text, { size: 18, face: 'strong', step }),
  );
}

/** The first date and the last, each below its point. */
function endDates(view: ChartView, at: (point: number) => number, y: number, lang: string): readonly ChartPart[] {
  const ends = [0, view.points.length - 1];
  return ends.flatMap((point, index) => {
    const one = view.points[point];
    if (one === undefined || (index === 1 && point === 0)) return [];
    const text = shownPoint(one.name, one.at, view.axis, lang);
    const half = textWidth({ text, face: 'label', size: 18 }) / 2;
    return [placed(Math.max(at(point), half), y + 26, text, { size: 18, tone: 'muted', anchor: 'middle' })];
  });
}

function areaParts(runs: readonly (readonly Spot[])[], { tone, step }: Emphasis, zero: number): readonly ChartPart[] {
  const path = area<Spot>()
    .x((spot) => spot.x)
    .y0(zero)
    .y1((spot) => spot.y)
    .digits(1);
  return runs.map((run) => ({ kind: 'path', d: path(run) ?? '', fill: tone, step }));
}

/** The focus is named where its line runs alone, on no area: that may have the colour of the words. */
function freeGhostName(
  name: string,
  ghost: readonly (readonly Spot[])[],
  runs: readonly (readonly Spot[])[],
  grid: readonly number[],
  {
    top,
    bottom,
    right,
    filled,
    words,
  }: {
    readonly top: number;
    readonly bottom: number;
    readonly right: number;
    readonly filled: readonly (readonly Spot[])[];
    readonly words: readonly PlacedText[];
  },
): PlacedText | undefined {
  for (const spot of ghost.flat().toReversed())
    for (const [dx, dy, anchor] of [
      [-8, -8, 'end'],
      [8, 24, 'start'],
      [-8, 24, 'end'],
      [8, -8, 'start'],
    ] as const) {
      const label = placed(spot.x + dx, spot.y + dy, name, { size: 18, tone: 'muted', anchor });
      const box = boxOf(label);
      const isClear =
        box.x1 > 44 &&
        box.x2 < right &&
        box.y1 > top - 16 &&
        box.y2 < bottom - 2 &&
        !touches(box, runs, 5) &&
        !filled.some((run) => reachesInto(run, box)) &&
        !words.some((word) => overlaps(boxOf(word), box, 6)) &&
        !grid.some((y) => y > box.y1 - 2 && y < box.y2 + 2);
      if (isClear) return label;
    }
  return undefined;
}

/** Whether what is filled below a run covers part of a box: the highest point of each stretch under the box decides. */
function reachesInto(
  run: readonly Spot[],
  box: { readonly x1: number; readonly x2: number; readonly y2: number },
): boolean {
  return run.some((spot, index) => {
    const next = run[index + 1] ?? spot;
    return next.x >= box.x1 && spot.x <= box.x2 && Math.min(spot.y, next.y) < box.y2 + 2;
  });
}

function endLabels(
  own: readonly {
    readonly series: ChartSeries;
    readonly emphasis: Emphasis;
    readonly runs: readonly (readonly Spot[])[];
  }[],
  view: ChartView,
  {
    right,
    top,
    bottom,
    valueWidth,
    named,
    value,
    isMany,
  }: {
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly valueWidth: number;
    readonly named: number;
    readonly value: (value: number) => string;
    readonly isMany: boolean;
  },
): readonly ChartPart[] {
  const ends = own.flatMap(({ series, emphasis, runs }) => {
    const end = runs.at(-1)?.at(-1);
    return end === undefined ? [] : [{ series, emphasis, end }];
  });
  const size = isMany ? 18 : 22;
  const names = ends.map(({ series, emphasis }) => (isMany ? nameLines(series.name, named, 18, emphasis.isFocus) : []));
  const below = (index: number): number => (Math.max(1, names[index]?.length ?? 1) - 1) * 20;
  const wanted = ends.map(({ end }, index) => ({
    at: end.y + below(index) / 2,
    height: size + 4 + below(index),
    order: end.y,
  }));
  const middles = spreadLabels(wanted, top - 28, bottom + 14);
  return ends.flatMap(({ emphasis: { isFocus, step }, end }, index) => {
    const y = (middles[index] ?? end.y) - below(index) / 2 + size * 0.33;
    const isLate = end.point === view.points.length - 1 || isMany;
    const number = placed(right + 14, y, value(end.value), { size, face: 'strong', step });
    const lines = names[index] ?? [];
    return [
      ...(isLate ? [number] : []),
      ...lines.map((text, line) =>
        placed(right + 22 + valueWidth, y + line * 20, text, { size: 18, face: isFocus ? 'strong' : 'label', step }),
      ),
    ];
  });
}

function widestValue({ series }: ChartView, write: (value: number) => string, panels: readonly Panel[]): number {
  const size = panels.some((panel) => panel.series.length > 1) ? 18 : 22;
  return series.reduce(
    (most, { values }) => Math.max(most, textWidth({ text: write(values.at(-1)?.value ?? 0), face: 'strong', size })),
    0,
  );
}

function widestName(panels: readonly Panel[]): number {
  const names = panels.flatMap(({ series }) => series.map(({ name }) => name));
  return names.reduce((most, text) => Math.max(most, textWidth({ text, face: 'strong', size: 18 })), 0);
}

/** A part of a small chart at the chart's place. */
function moved(part: ChartPart, dx: number, dy: number): ChartPart {
  if (part.kind !== 'path') return { ...part, x: part.x + dx, y: part.y + dy };
  return { ...part, d: movedPath(part.d, dx, dy) };
}

function movedPath(d: string, dx: number, dy: number): string {
  const shift = (text: string, by: number): string => String(Math.round((Number(text) + by) * 10) / 10);
  return d.replace(/([MLHV])(-?[\d.]+)(?:,(-?[\d.]+))?/g, (_, command: string, one: string, other?: string) =>
    other === undefined
      ? `${command}${shift(one, command === 'V' ? dy : dx)}`
      : `${command}${shift(one, dx)},${shift(other, dy)}`,
  );
}
