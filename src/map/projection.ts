import { geoConicConformalRaw, geoDistance, geoEqualEarthRaw } from 'd3-geo';
import type { LonLat, LonLatBounds } from './atlas.js';
import type { Point } from './geometry.js';

/** Between degrees and px of the map. */
export interface MapProjection {
  /** The longitude in the middle; what is drawn lies within half a turn of it. */
  readonly meridian: number;
  /** `lon` may run on beyond 180. */
  readonly project: (lon: number, lat: number) => Point;
  readonly invert: (point: Point) => LonLat;
  /** It shows nearly the whole world. */
  readonly isWorld: boolean;
}

const radians = Math.PI / 180;
/** How much wider than it is a map of the world may be drawn. */
const widest = 1.25;
/** km, of a sphere as large as the earth. */
const earthRadius = 6371;

/**
 * The conic conformal projection, which keeps shapes, with its standard parallels a sixth of the window from above and below,
 * fitted so that `points` just lie in the window less `padding` px. What goes round a pole is seen from above it, the cone made flat;
 * nearly the whole world takes Equal Earth instead, drawn wider by up to a quarter where the window has the room: areas stay comparable.
 */
export function fitProjection(
  points: readonly LonLat[],
  [width, height]: readonly [number, number],
  padding: number,
): MapProjection {
  const { west, south, east, north } = boundsOf(points);
  const meridian = (west + east) / 2;
  const isWorld = north - south > 110 || (east - west > 180 && south < -20 && north > 20);
  const sixth = (north - south) / 6;
  const isRound = east - west > 350;
  const pole = south + north > 0 ? 89.9 : -89.9;
  const cone = isRound ? geoConicConformalRaw(pole * radians, pole * radians) : conic(south + sixth, north - sixth);
  const raw = isWorld ? geoEqualEarthRaw : cone;
  const flat = points.map(([lon, lat]) => raw((lon - meridian) * radians, polar(lat) * radians));
  const [left, right] = range(flat.map(([x]) => x));
  const [low, high] = range(flat.map(([, y]) => y));
  const scale = Math.min((width - 2 * padding) / (right - left), (height - 2 * padding) / (high - low));
  const stretch = isWorld ? Math.min(widest, (width - 2 * padding) / (scale * (right - left))) : 1;
  const x0 = width / 2 - (scale * stretch * (left + right)) / 2;
  const y0 = height / 2 + (scale * (low + high)) / 2;
  return {
    meridian,
    isWorld,
    project: (lon, lat) => {
      const [x, y] = raw((lon - meridian) * radians, polar(lat) * radians);
      return [x0 + scale * stretch * x, y0 - scale * y];
    },
    invert: ([x, y]) => {
      const [lambda, phi] = raw.invert?.((x - x0) / (scale * stretch), (y0 - y) / scale) ?? [0, 0];
      return [lambda / radians + meridian, phi / radians];
    },
  };
}

/** How many km a px is at a point of the map. */
export function kmPerPixel({ invert }: MapProjection, [x, y]: Point): number {
  return (geoDistance([...invert([x - 2, y])], [...invert([x + 2, y])]) * earthRadius) / 4;
}

/** The degrees that a window of this size shows; all of a turn where it holds a pole. */
export function windowBounds(projection: MapProjection, [width, height]: readonly [number, number]): LonLatBounds {
  const steps = 32;
  const seen: LonLat[] = [];
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const point: Point = [(width * i) / steps, (height * j) / steps];
      if (i % steps === 0 || j % steps === 0 || (i + j) % 4 === 0) seen.push(projection.invert(point));
    }
  }
  const bounds = boundsOf(seen.filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat)));
  const margin = Math.max(bounds.north - bounds.south, bounds.east - bounds.west) / steps;
  const pole = [90, -90].find((lat) => {
    const [x, y] = projection.project(projection.meridian, lat);
    return x >= 0 && x <= width && y >= 0 && y <= height;
  });
  if (pole !== undefined) {
    const [south, north] = pole > 0 ? [bounds.south, 90] : [-90, bounds.north];
    return { west: projection.meridian - 180, east: projection.meridian + 180, south, north };
  }
  return {
    west: Math.max(bounds.west - margin, projection.meridian - 180),
    east: Math.min(bounds.east + margin, projection.meridian + 180),
    south: bounds.south - margin,
    north: bounds.north + margin,
  };
}

/** Bounds of a country's part, moved by whole turns to within half a turn of a meridian. */
export function turnsTowards(meridian: number, { west, east }: Pick<LonLatBounds, 'west' | 'east'>): number {
  return Math.round((meridian - (west + east) / 2) / 360) * 360;
}

function boundsOf(points: readonly LonLat[]): LonLatBounds {
  const [west, east] = range(points.map(([lon]) => lon));
  const [south, north] = range(points.map(([, lat]) => lat));
  return { west, south, east, north };
}

/** Parallels of opposite latitude would make the cone a cylinder of infinite radius: then they are set exactly opposite, which d3 knows. */
function conic(south: number, north: number): ReturnType<typeof geoConicConformalRaw> {
  const opposite = Math.abs(south + north) < 0.1;
  const [low, high] = opposite ? [-Math.abs(north), Math.abs(north)] : [Math.max(south, -80), Math.min(north, 80)];
  return geoConicConformalRaw(low * radians, high * radians);
}

/** A cone's far pole lies at infinity. */
function polar(lat: number): number {
  return Math.max(-89.99, Math.min(89.99, lat));
}

function range(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
