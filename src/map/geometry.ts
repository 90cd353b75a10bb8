/** A point on the map, px from its top left corner. */
export type Point = readonly [x: number, y: number];

/** A closed line; its last point is not repeated. */
export type Ring = readonly Point[];

/** px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two rectangles overlap, or come nearer than `gap`. */
export function meet(a: Rect, b: Rect, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

/** Whether `inner` lies in `outer`, at least `margin` from its edges. */
export function within(inner: Rect, outer: Rect, margin = 0): boolean {
  return (
    inner.x >= outer.x + margin &&
    inner.y >= outer.y + margin &&
    inner.x + inner.width <= outer.x + outer.width - margin &&
    inner.y + inner.height <= outer.y + outer.height - margin
  );
}

/** px², whatever the direction of the ring. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  let before = ring.at(-1) ?? [0, 0];
  for (const point of ring) {
    twice += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return Math.abs(twice) / 2;
}

/** Whether a point lies in an area bounded by these rings, by the even-odd rule, so that holes count. */
export function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1) ?? [0, 0];
    for (const point of ring) {
      const crosses = point[1] > y !== before[1] > y;
      if (crosses && x < ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0])
        inside = !inside;
      before = point;
    }
  }
  return inside;
}

/** The part of a ring in a rectangle, by Sutherland and Hodgman's method; where it leaves, it follows the rectangle's edge. */
export function clipRing(ring: Ring, { x, y, width, height }: Rect): Ring {
  let clipped = ring;
  for (const [axis, limit, sign] of [
    [0, x, 1],
    [0, x + width, -1],
    [1, y, 1],
    [1, y + height, -1],
  ] as const) {
    const kept: Point[] = [];
    let before = clipped.at(-1) ?? [0, 0];
    for (const point of clipped) {
      const wasIn = (before[axis] - limit) * sign >= 0;
      const isIn = (point[axis] - limit) * sign >= 0;
      if (wasIn !== isIn) kept.push(between(before, point, (limit - before[axis]) / (point[axis] - before[axis])));
      if (isIn) kept.push(point);
      before = point;
    }
    clipped = kept;
  }
  return clipped;
}

/** The parts of a line whose pieces touch a rectangle. */
export function clipLine(line: readonly Point[], rect: Rect): readonly (readonly Point[])[] {
  const parts: Point[][] = [];
  let open = false;
  let before: Point | undefined;
  for (const point of line) {
    const touches = before !== undefined && meet(boxAround(before, point), rect);
    if (touches && before !== undefined) {
      if (!open) parts.push([before]);
      parts.at(-1)?.push(point);
    }
    open = touches;
    before = point;
  }
  return parts;
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The rectangle two points span. */
export function boxAround(a: Point, b: Point): Rect {
  return {
    x: Math.min(a[0], b[0]),
    y: Math.min(a[1], b[1]),
    width: Math.abs(a[0] - b[0]),
    height: Math.abs(a[1] - b[1]),
  };
}
