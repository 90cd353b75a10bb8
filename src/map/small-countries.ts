import type { Atlas, Country } from './atlas.js';
import { type CountryCode, countryName } from './country.js';
import { areaOf, type Point, type Ring } from './geometry.js';
import type { Land } from './land.js';
import { isBox, type MapView } from './map-view.js';
import type { Spot } from './place-labels.js';
import { type MapProjection, turnsTowards } from './projection.js';

/** px²: a smaller area is not found among other lands, or in the sea. */
const leastArea = 200;

/**
 * Countries the author means, by `fit` or `highlight`, that are too small in this window to be seen as an area: each gets a dot, in its
 * largest part, and its name.
 */
export function smallCountries(
  { fit, highlight, size, unnamed, place }: MapView,
  lands: readonly Land[],
  { countries }: Atlas,
  projection: MapProjection,
  lang: string,
): readonly Spot[] {
  const [width, height] = size;
  const isInside = ([x, y]: Point): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
  const meant = new Set<CountryCode>([...(isBox(fit) ? [] : fit), ...highlight.keys()]);
  return [...meant].flatMap((code): Spot[] => {
    const rings = lands.find((land) => land.code === code)?.rings ?? [];
    if (rings.reduce((sum, ring) => sum + areaOf(ring), 0) >= leastArea) return [];
    const largest = rings.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
    const country = countries.find((one) => one.code === code);
    const at = largest === undefined ? middleOf(country, projection) : middleOfRing(largest);
    if (at === undefined || !isInside(at)) return [];
    const name = unnamed === true || unnamed.has(code) ? '' : countryName(code, lang);
    return [{ place: { name, names: {}, lon: 0, lat: 0, kind: 'country', country: code, step: 0, place }, at }];
  });
}

function middleOfRing(ring: Ring): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** Of its largest part. Undefined: the data has no part of it. */
function middleOf(country: Country | undefined, projection: MapProjection): Point | undefined {
  const sized = (country?.parts ?? []).map(({ bounds }) => ({
    bounds,
    size: (bounds.east - bounds.west) * (bounds.north - bounds.south),
  }));
  const bounds = sized.toSorted((a, b) => b.size - a.size)[0]?.bounds;
  if (bounds === undefined) return undefined;
  const lon = (bounds.west + bounds.east) / 2 + turnsTowards(projection.meridian, bounds);
  return projection.project(lon, (bounds.south + bounds.north) / 2);
}
