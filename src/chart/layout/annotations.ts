import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { type Box, boxOf, type ChartPart, overlaps, type PlacedText, placed, rule } from './plan.js';
import { type Spot, touches } from './runs.js';
import type { ValueScale } from './value-scale.js';

/** A line across with its words: the row they stand in, counted upwards from the unit's. */
export interface AcrossLabel {
  readonly x: number;
  readonly start: number;
  readonly text: string;
  readonly row: number;
}

/**
 * Rows for the names of lines across, from right to left: a name stands in the lowest row where it meets neither another name, nor the
 * unit, nor a line that comes down through its row.
 */
export function acrossLabels(
  { annotations }: ChartView,
  at: (point: number) => number,
  right: number,
  unit: number,
): readonly AcrossLabel[] {
  const wanted = annotations.flatMap(({ point, text }) => (point === undefined ? [] : [{ x: at(point), text }]));
  const placedOnes: (AcrossLabel & { readonly end: number })[] = [];
  for (const { x, text } of wanted.toSorted((a, b) => b.x - a.x)) {
    const width = textWidth({ text, face: 'label', size: 22 });
    const start = Math.max(0, Math.min(x, right - width));
    const end = start + width;
    const meets = (row: number): boolean =>
      (row === 0 && start < unit + 16) ||
      placedOnes.some(
        (one) =>
          (one.row === row && start < one.end + 16 && one.start < end + 16) ||
          (one.row >= row && one.x > start - 8 && one.x < end + 8 && one.x !== x),
      );
    let row = 0;
    while (meets(row) && row < 4) row++;
    placedOnes.push({ x, start, text, row, end });
  }
  return placedOnes;
}

/** Lines across as what words keep away from. */
export function acrossRuns(labels: readonly AcrossLabel[], top: number, bottom: number): readonly (readonly Spot[])[] {
  return labels.map(({ x }) => [top, bottom].map((y) => ({ x, y, point: 0, value: 0 })));
}

/** px the rows above the unit's take. */
export function acrossDepth(labels: readonly AcrossLabel[]): number {
  return labels.reduce((most, { row }) => Math.max(most, row), 0) * 28;
}

/**
 * What an author notes on a chart: a line across at a point, named above all lines, or a line along at a value, named where no line
 * passes.
 */
export function annotationParts(
  { annotations }: ChartView,
  across: readonly AcrossLabel[],
  scale: ValueScale,
  {
    top,
    bottom,
    left,
    right,
    unit,
  }: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly unit: number;
  },
  runs: readonly (readonly Spot[])[],
): readonly ChartPart[] {
  const vertical = across.flatMap(({ x, start, text, row }) => {
    const y = top - 8 - row * 28;
    const from = x < unit + 8 ? top : y + 7;
    return [rule([x, from], [x, bottom], 'ink', 1.5), placed(start, y, text)];
  });
  const taken: Box[] = [];
  const along = annotations.flatMap(({ y: value, text }) => {
    if (value === undefined) return [];
    const y = scale.at(value);
    const grid = scale.ticks.map((tick) => scale.at(tick));
    const label = freeLabel(text, y, { left, right, top, grid }, [...runs, ...acrossRuns(across, top, bottom)], taken);
    taken.push(boxOf(label));
    return [rule([left - 8, y], [right, y], 'ink', 2), label];
  });
  return [...vertical, ...along];
}

/** Above or below its line, as far right as no other line passes. */
function freeLabel(
  text: string,
  y: number,
  {
    left,
    right,
    top,
    grid,
  }: { readonly left: number; readonly right: number; readonly top: number; readonly grid: readonly number[] },
  runs: readonly (readonly Spot[])[],
  taken: readonly Box[],
): PlacedText {
  const width = textWidth({ text, face: 'label', size: 22 });
  for (const below of [false, true])
    for (let x = right - width - 8; x >= left; x -= 16) {
      const label = placed(x, below ? y + 24 : y - 9, text);
      const box = boxOf(label);
      const isClear = !grid.some((line) => line > box.y1 - 2 && line < box.y2 + 2);
      if (isClear && box.y1 > top - 24 && !touches(box, runs, 6) && !taken.some((one) => overlaps(box, one, 6)))
        return label;
    }
  return placed(left, y - 9, text, { hasHalo: true });
}
