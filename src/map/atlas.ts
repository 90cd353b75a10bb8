import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { dependencyBytes } from '../system/package-folder.js';
import { type CountryCode, countryOfNumber } from './country.js';

/** How finely the data is drawn: 1 : 50 million, or 1 : 10 million. */
export type AtlasScale = '50m' | '10m';

/** Indices of arcs, ring by ring, as TopoJSON has them. */
export type PolygonArcs = readonly (readonly number[])[];

/** Degrees; a part across the 180th meridian reaches beyond 180. */
export interface LonLatBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A connected part of a country. */
export interface CountryPart {
  readonly arcs: PolygonArcs;
  readonly bounds: LonLatBounds;
}

/** A country of the data. Some, such as Somaliland, have no code: they are drawn and not named. */
export interface Country {
  readonly code?: CountryCode;
  readonly parts: readonly CountryPart[];
}

export interface Atlas {
  readonly scale: AtlasScale;
  readonly countries: readonly Country[];
  /** An arc's points; the longitude runs on across the 180th meridian. */
  readonly arc: (index: number) => readonly LonLat[];
}

export type LonLat = readonly [lon: number, lat: number];

type WorldAtlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const loaded = new Map<AtlasScale, Atlas>();

/**
 * Natural Earth's countries from the world-atlas package, read when first asked for and then kept; arcs are decoded when used.
 * The South Pole, which the data has as a line along the bottom of Antarctica, is left out.
 */
export function loadAtlas(scale: AtlasScale): Atlas {
  const kept = loaded.get(scale);
  if (kept !== undefined) return kept;
  const data = JSON.parse(dependencyBytes(`world-atlas/countries-${scale}.json`).toString()) as WorldAtlas;
  const atlas = readAtlas(data, scale);
  loaded.set(scale, atlas);
  return atlas;
}

function readAtlas({ objects, arcs, transform }: WorldAtlas, scale: AtlasScale): Atlas {
  const [kx, ky] = transform?.scale ?? [1, 1];
  const [tx, ty] = transform?.translate ?? [0, 0];
  const turn = 360 / kx;
  const extents = arcs.map((arc) => extentOf(arc, turn));
  const points = new Map<number, readonly LonLat[]>();
  const arc = (index: number): readonly LonLat[] => {
    const known = points.get(index);
    if (known !== undefined) return known;
    const decoded: LonLat[] = [];
    eachPoint(arcs[index] ?? [], turn, (x, y) => decoded.push([x * kx + tx, y * ky + ty]));
    points.set(index, decoded);
    return decoded;
  };
  const boundsOf = (ring: readonly number[]): LonLatBounds => {
    const { west, east, south, north } = chain(
      ring.map((index) => extents[index < 0 ? ~index : index]),
      ring,
      turn,
    );
    return { west: west * kx + tx, east: east * kx + tx, south: south * ky + ty, north: north * ky + ty };
  };
  const byName = new Map<string, Country>();
  for (const geometry of objects.countries.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const name = geometry.properties?.name ?? '';
    const code = name === 'Kosovo' ? 'XK' : countryOfNumber(geometry.id);
    const parts = polygonsOf(geometry).map((part) => {
      const rings = part.map((ring) => ({ ring, bounds: boundsOf(ring) })).filter(({ bounds }) => bounds.north > -89);
      return { arcs: rings.map(({ ring }) => ring), bounds: rings[0]?.bounds ?? boundsOf([]) };
    });
    const before = byName.get(code ?? name)?.parts ?? [];
    byName.set(code ?? name, { ...(code === undefined ? {} : { code }), parts: [...before, ...parts] });
  }
  return { scale, countries: [...byName.values()], arc };
}

function polygonsOf(geometry: Polygon | MultiPolygon): readonly PolygonArcs[] {
  return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

/** Grid units, from the arc's first point, longitude running on. */
interface Extent extends LonLatBounds {
  readonly first: number;
  readonly last: number;
}

/** Arcs hold differences; one of more than half a turn is a step across the 180th meridian. */
function eachPoint(arc: readonly (readonly number[])[], turn: number, see: (x: number, y: number) => void): void {
  let x = 0;
  let y = 0;
  for (let index = 0; index < arc.length; index++) {
    const dx = arc[index]?.[0] ?? 0;
    x += index > 0 && Math.abs(dx) > turn / 2 ? dx - Math.sign(dx) * turn : dx;
    y += arc[index]?.[1] ?? 0;
    see(x, y);
  }
}

function extentOf(arc: readonly (readonly number[])[], turn: number): Extent {
  let [west, south, east, north, last] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  eachPoint(arc, turn, (x, y) => {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
    last = x;
  });
  return { west, south, east, north, first: arc[0]?.[0] ?? 0, last };
}

/** The extent of a ring whose arcs follow one another, each moved by whole turns to where the one before ended. */
function chain(extents: readonly (Extent | undefined)[], ring: readonly number[], turn: number): LonLatBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let end: number | undefined;
  extents.forEach((extent, index) => {
    if (extent === undefined) return;
    const backwards = (ring[index] ?? 0) < 0;
    const start = backwards ? extent.last : extent.first;
    const move = end === undefined ? 0 : Math.round((end - start) / turn) * turn;
    end = (backwards ? extent.first : extent.last) + move;
    west = Math.min(west, extent.west + move);
    east = Math.max(east, extent.east + move);
    south = Math.min(south, extent.south);
    north = Math.max(north, extent.north);
  });
  return { west, south, east, north };
}
