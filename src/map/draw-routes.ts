import { svgTone } from '../relations/hues.js';
import { lineLooks } from '../relations/line-styles.js';
import { boxAround, contains, type Point, type Rect } from './geometry.js';
import type { Land } from './land.js';
import type { MapRoute, RoutePoint } from './map-view.js';
import { type MapProjection, turnsTowards } from './projection.js';
import { openPath, tenth } from './svg-path.js';
import { ink, paper } from './tones.js';

/** A line or an arrow as it lies in the window, px. */
export interface DrawnRoute {
  readonly route: MapRoute;
  /** Every few px of an arrow's bow; the points of a line. */
  readonly points: readonly Point[];
}

/** How far an arrow bows to the left of its way, as a share of its length: two that go to and fro lie apart. */
const bow = 0.14;
const pieces = 24;
/** px that an arrow and a line keep from the middle of a place's mark. */
const gap = 15;

/** Where lines and arrows lie. One whose country is not in the window has no end, and is left out. */
export function layRoutes(
  routes: readonly MapRoute[],
  projection: MapProjection,
  lands: readonly Land[],
  marks: readonly Point[],
): readonly DrawnRoute[] {
  return routes.flatMap((route) => {
    const ends = route.path.map((point) => endOf(point, projection, lands));
    const path = ends.filter((point): point is Point => point !== undefined);
    if (path.length < ends.length) return [];
    const [first, last] = [path[0], path.at(-1)];
    if (first === undefined || last === undefined) return [];
    const points = route.isArrow ? bowBetween(first, last) : path;
    return [{ route, points: shortened(points, marks) }];
  });
}

function endOf(point: RoutePoint, projection: MapProjection, lands: readonly Land[]): Point | undefined {
  if (typeof point !== 'string') {
    const [lon, lat] = point;
    return projection.project(lon + turnsTowards(projection.meridian, { west: lon, east: lon }), lat);
  }
  const rings = lands.find(({ code }) => code === point)?.rings ?? [];
  const [largest] = rings.toSorted((a, b) => extent(b) - extent(a));
  return largest === undefined ? undefined : middleOf(largest);
}

function extent(ring: readonly Point[]): number {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

/** The middle of its box, or, where that lies outside, the point of a coarse grid nearest to it. */
function middleOf(ring: readonly Point[]): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  const grid = Array.from({ length: 81 }, (_, index): Point => {
    const [across, down] = [((index % 9) + 1) / 10, (Math.floor(index / 9) + 1) / 10];
    return [left + (right - left) * across, top + (bottom - top) * down];
  });
  const far = ([x, y]: Point): number => Math.hypot(x - middle[0], y - middle[1]);
  const inside = [middle, ...grid].filter((point) => contains([ring], point));
  return inside.toSorted((a, b) => far(a) - far(b))[0] ?? middle;
}

function bowBetween([x1, y1]: Point, [x2, y2]: Point): readonly Point[] {
  const control: Point = [(x1 + x2) / 2 + (y2 - y1) * 2 * bow, (y1 + y2) / 2 - (x2 - x1) * 2 * bow];
  return Array.from({ length: pieces + 1 }, (_, index): Point => {
    const t = index / pieces;
    const at = (a: number, b: number, c: number): number => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
    return [at(x1, control[0], x2), at(y1, control[1], y2)];
  });
}

/** Without what would lie on the mark of a place at either end. */
function shortened(points: readonly Point[], marks: readonly Point[]): readonly Point[] {
  return fromMark(fromMark(points, marks).toReversed(), marks).toReversed();
}

function fromMark(points: readonly Point[], marks: readonly Point[]): readonly Point[] {
  const [start] = points;
  if (start === undefined || !marks.some(([x, y]) => Math.hypot(x - start[0], y - start[1]) < 2)) return points;
  const far = ([x, y]: Point): number => Math.hypot(x - start[0], y - start[1]);
  const outside = points.findIndex((point) => far(point) > gap);
  const [inner, outer] = [points[outside - 1], points[outside]];
  if (inner === undefined || outer === undefined) return points;
  const share = (gap - far(inner)) / (far(outer) - far(inner));
  const cut: Point = [inner[0] + (outer[0] - inner[0]) * share, inner[1] + (outer[1] - inner[1]) * share];
  return [cut, ...points.slice(outside)];
}

/** What names of countries keep clear of. */
export function boxesAlong({ points }: DrawnRoute): readonly Rect[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index] ?? point;
    const steps = Math.max(1, Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / 12));
    const at = (step: number): Point => [
      before[0] + ((point[0] - before[0]) * step) / steps,
      before[1] + ((point[1] - before[1]) * step) / steps,
    ];
    return Array.from({ length: steps }, (_, step) => boxAround(at(step), at(step + 1)));
  });
}

/** A line with paper on both sides, so that it is seen on any ground, and an arrow's head. */
export function routeSvg({ route, points }: DrawnRoute): string {
  const { width, dash, round } = lineLooks[route.line];
  const colour = route.tone === undefined || route.tone === 'grey' ? ink : svgTone(route.tone).mark;
  const head = route.line === 'thick' ? { length: 28, half: 15 } : { length: 18, half: 9 };
  const shaft = route.isArrow ? withoutEnd(points, head.length - 4) : points;
  const d = openPath(shaft);
  const dashes = `${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}${round ? ' stroke-linecap="round"' : ''}`;
  const casing = `<path fill="none" stroke="${paper}" stroke-width="${width + 4}" stroke-linejoin="round" d="${d}"/>`;
  const line = `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dashes} d="${d}"/>`;
  return casing + line + (route.isArrow ? headSvg(points, head, colour) : '');
}

function withoutEnd(points: readonly Point[], length: number): readonly Point[] {
  const last = points.at(-1);
  if (last === undefined) return points;
  const far = ([x, y]: Point): number => Math.hypot(x - last[0], y - last[1]);
  const kept = points.filter((point) => far(point) > length);
  const [inner] = kept.slice(-1);
  if (inner === undefined) return points;
  const share = 1 - length / far(inner);
  return [...kept, [inner[0] + (last[0] - inner[0]) * share, inner[1] + (last[1] - inner[1]) * share]];
}

function headSvg(points: readonly Point[], { length, half }: { length: number; half: number }, colour: string): string {
  const tip = points.at(-1);
  const before = tip === undefined ? undefined : withoutEnd(points, length).at(-1);
  if (tip === undefined || before === undefined) return '';
  const far = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
  const [dx, dy] = [(tip[0] - before[0]) / far, (tip[1] - before[1]) / far];
  const corner = (side: number): string =>
    `${tenth(tip[0] - dx * length - dy * half * side)} ${tenth(tip[1] - dy * length + dx * half * side)}`;
  const d = `M${tenth(tip[0])} ${tenth(tip[1])}L${corner(1)}L${corner(-1)}z`;
  return `<path fill="${colour}" stroke="${paper}" stroke-width="1.5" d="${d}"/>`;
}
