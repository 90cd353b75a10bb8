import type { Atlas, Country, CountryPart, LonLat, LonLatBounds } from './atlas.js';
import type { CountryCode } from './country.js';
import { areaOf, clipLine, clipRing, type Point, type Rect, type Ring } from './geometry.js';
import { polarRing } from './polar-ring.js';
import { kmPerPixel, type MapProjection, turnsTowards, windowBounds } from './projection.js';

/** What of a country is in the window. */
export interface Land {
  readonly code?: CountryCode;
  readonly rings: readonly Ring[];
  /** The arcs of its outline, seen or not. */
  readonly lines: ReadonlySet<number>;
}

/** Draws countries and borders of one atlas into one window. */
export interface Surveyor {
  readonly land: (countries: readonly Country[]) => readonly Land[];
  readonly rings: (part: CountryPart) => readonly Ring[];
  /** The border two lands share, in pieces. */
  readonly border: (one: Land, other: Land) => readonly (readonly Point[])[];
}

/** How far beyond the window lines are kept, so that no stroke ends inside it. */
const beyond = 6;
/** Points nearer to one another cannot be told apart, px: 0.6, and up to 1.6 where a window of thousands of km would grow heavy. */
const finestAt = (kmPerPixel: number): number => Math.min(1.6, 0.6 + Math.max(0, kmPerPixel - 3) * 0.06);

/** Longitudes run on, so nothing jumps at the 180th meridian; parts that lie outside the window are left out before projecting. */
export function createSurveyor(atlas: Atlas, projection: MapProjection, size: readonly [number, number]): Surveyor {
  const bounds = windowBounds(projection, size);
  const finest = finestAt(kmPerPixel(projection, [size[0] / 2, size[1] / 2]));
  const frame: Rect = { x: -beyond, y: -beyond, width: size[0] + 2 * beyond, height: size[1] + 2 * beyond };
  const drawn = new Map<string, readonly Point[]>();
  const drawArc = (index: number, move: number): readonly Point[] => {
    const key = `${index} ${move}`;
    const known = drawn.get(key) ?? drawLine(atlas.arc(index), move, projection, finest);
    drawn.set(key, known);
    return known;
  };
  const rings = (part: CountryPart): readonly Ring[] => {
    const turns = turnsTowards(projection.meridian, part.bounds);
    if (!overlap(part.bounds, turns, bounds)) return [];
    const middle = (part.bounds.west + part.bounds.east) / 2 + turns;
    const isPolar = part.bounds.east - part.bounds.west > 359;
    return part.arcs
      .map((arcs, index) =>
        isPolar && index === 0
          ? drawLine(polarRing(atlas, arcs, projection.meridian), 0, projection, finest)
          : drawRing(arcs, index === 0 ? turns : undefined, middle, atlas, drawArc),
      )
      .map((ring) => clipRing(ring, frame))
      .filter((ring) => areaOf(ring) > 2 * finest * finest);
  };
  const land = (countries: readonly Country[]): readonly Land[] =>
    countries.flatMap(({ parts, ...country }) => {
      const found = parts.flatMap(rings);
      const lines = new Set(parts.flatMap(({ arcs }) => arcs.flat().map((index) => (index < 0 ? ~index : index))));
      return found.length === 0 ? [] : [{ ...country, rings: found, lines }];
    });
  const border = (one: Land, other: Land): readonly (readonly Point[])[] =>
    [...one.lines]
      .filter((index) => other.lines.has(index))
      .flatMap((index) => {
        const west = atlas.arc(index)[0]?.[0] ?? 0;
        return clipLine(drawArc(index, turnsTowards(projection.meridian, { west, east: west })), frame);
      });
  return { land, rings, border };
}

function overlap(part: LonLatBounds, turns: number, window: LonLatBounds): boolean {
  return (
    (part.east - part.west > 359 || (part.west + turns < window.east && part.east + turns > window.west)) &&
    part.south < window.north &&
    part.north > window.south
  );
}

/** Arcs follow one another, each moved by whole turns to where the one before ended. */
function drawRing(
  arcs: readonly number[],
  turns: number | undefined,
  middle: number,
  atlas: Atlas,
  drawArc: (index: number, move: number) => readonly Point[],
): Ring {
  const ring: Point[] = [];
  let end: number | undefined;
  for (const index of arcs) {
    const line = index < 0 ? ~index : index;
    const points = atlas.arc(line);
    const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
    const start = index < 0 ? last : first;
    const move = end === undefined && turns !== undefined ? turns : Math.round(((end ?? middle) - start) / 360) * 360;
    end = (index < 0 ? first : last) + move;
    const drawn = drawArc(line, move);
    ring.push(...(index < 0 ? drawn.toReversed() : drawn).slice(0, -1));
  }
  return ring;
}

/** Thinned to what can be seen; long pieces get points on the way, since a parallel is drawn as a curve. */
function drawLine(
  points: readonly LonLat[],
  move: number,
  { project }: MapProjection,
  finest: number,
): readonly Point[] {
  const drawn: Point[] = [];
  points.forEach(([lon, lat], index) => {
    const before = points[index - 1] ?? [lon, lat];
    const steps = Math.max(1, Math.ceil(Math.abs(lon - before[0])));
    const isEnd = index === 0 || index === points.length - 1;
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      const point = project(before[0] + (lon - before[0]) * share + move, before[1] + (lat - before[1]) * share);
      const last = drawn.at(-1);
      const near = last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < finest;
      if (!near || (isEnd && step === steps)) drawn.push(point);
    }
  });
  return drawn;
}
