import { line } from 'd3-shape';
import type { ChartSeries, ChartView } from '../../model.js';
import { type Box, overlaps } from './plan.js';

/** A place of a value in the figure, px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly point: number;
  readonly value: number;
}

/** The values of a series without a gap between them: a line is drawn through each run, never over a gap. */
export function runsOf(
  { values }: ChartSeries,
  { points, axis }: ChartView,
  at: (point: number) => number,
  scale: (value: number) => number,
): readonly (readonly Spot[])[] {
  const runs: Spot[][] = [];
  let previous: number | undefined;
  for (const { point, value } of values) {
    const spot = { x: at(point), y: scale(value), point, value };
    const run = runs.at(-1);
    if (run === undefined || previous === undefined || hasGap(previous, point, points, axis)) runs.push([spot]);
    else run.push(spot);
    previous = point;
  }
  return runs;
}

/** Straight from value to value. */
export const pathThrough = line<Spot>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .digits(1);

/** Points of the axis that a series leaves out are a gap, and so are years that no series has. */
function hasGap(before: number, after: number, points: ChartView['points'], axis: ChartView['axis']): boolean {
  if (after - before > 1) return true;
  const [from, to] = [points[before]?.at, points[after]?.at];
  return axis === 'years' && from !== undefined && to !== undefined && to - from > usualPitch(points) * 1.5;
}

const pitches = new WeakMap<ChartView['points'], number>();

/** The commonest distance of years. */
function usualPitch(points: ChartView['points']): number {
  const known = pitches.get(points);
  if (known !== undefined) return known;
  const counts = new Map<number, number>();
  points.forEach(({ at = 0 }, index) => {
    const pitch = index === 0 ? 0 : at - (points[index - 1]?.at ?? 0);
    if (pitch > 0) counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
  });
  const [usual = 1] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  pitches.set(points, usual);
  return usual;
}

/** Whether lines through runs, or their dots, come nearer to a box than `clear` px. */
export function touches(box: Box, runs: readonly (readonly Spot[])[], clear: number): boolean {
  const wide = { x1: box.x1 - clear, y1: box.y1 - clear, x2: box.x2 + clear, y2: box.y2 + clear };
  return runs.some((run) =>
    run.some((spot, index) => {
      const next = run[index + 1] ?? spot;
      const bounds = { x1: spot.x, x2: next.x, y1: Math.min(spot.y, next.y), y2: Math.max(spot.y, next.y) };
      return overlaps(bounds, wide, 1e-9) && crosses(wide, spot, next);
    }),
  );
}

/** Whether a segment whose bounds meet a box passes through it: its height where the box begins and ends. */
function crosses(box: Box, from: Spot, to: Spot): boolean {
  if (to.x === from.x) return true;
  const slope = (to.y - from.y) / (to.x - from.x);
  const [one, other] = [Math.max(from.x, box.x1), Math.min(to.x, box.x2)].map((x) => from.y + (x - from.x) * slope);
  return Math.min(one ?? 0, other ?? 0) <= box.y2 && Math.max(one ?? 0, other ?? 0) >= box.y1;
}
