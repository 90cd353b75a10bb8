import { geoDistance } from 'd3-geo';
import { type Atlas, type CountryPart, type LonLat, loadAtlas } from './atlas.js';
import type { CountryCode } from './country.js';
import { isBox, type LonLatBox, type MapView } from './map-view.js';
import { fitProjection, kmPerPixel, type MapProjection, turnsTowards } from './projection.js';

/** What a map looks at: the data and how it is projected. */
export interface MapWindow {
  readonly atlas: Atlas;
  readonly projection: MapProjection;
}

/** A window narrower than this, km, shows the coarse data's corners. */
const tiny = 260;
const padding = 24;
/** Degrees of latitude a window has at least. */
const least = 0.4;

/** The finer data, five times as large, is read only for a tiny window, or for a country the coarse data has not. */
export function openWindow({ fit, highlight, size }: MapView): MapWindow {
  const isTiny = (projection: MapProjection): boolean =>
    kmPerPixel(projection, [size[0] / 2, size[1] / 2]) * size[0] < tiny;
  const has = (atlas: Atlas, codes: readonly CountryCode[]): boolean =>
    codes.every((code) => atlas.countries.some((country) => country.code === code));
  const highlighted = [...highlight.keys()];
  if (isBox(fit)) {
    const projection = fitProjection(outline(fit), size, 0);
    const coarse = isTiny(projection) ? undefined : loadAtlas('50m');
    return { projection, atlas: coarse !== undefined && has(coarse, highlighted) ? coarse : loadAtlas('10m') };
  }
  const look = (atlas: Atlas): MapWindow => ({
    atlas,
    projection: fitProjection(pointsOf(atlas, fit), size, padding),
  });
  const coarse = loadAtlas('50m');
  const window = has(coarse, [...fit, ...highlighted]) ? look(coarse) : undefined;
  return window === undefined || isTiny(window.projection) ? look(loadAtlas('10m')) : window;
}

function outline([west, south, east, north]: LonLatBox): readonly LonLat[] {
  const end = east > west ? east : east + 360;
  const shares = Array.from({ length: 33 }, (_, index) => index / 32);
  return shares.flatMap((share): LonLat[] => {
    const lon = west + (end - west) * share;
    const lat = south + (north - south) * share;
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [end, lat],
    ];
  });
}

/** The outlines of countries without what lies far away: Guiana does not make a map of France a map of the Atlantic. */
function pointsOf(atlas: Atlas, codes: readonly CountryCode[]): readonly LonLat[] {
  const points: LonLat[] = [];
  let meridian: number | undefined;
  for (const code of new Set(codes)) {
    for (const part of mainParts(atlas.countries.find((country) => country.code === code)?.parts ?? [])) {
      meridian ??= (part.bounds.west + part.bounds.east) / 2;
      const turns = turnsTowards(meridian, part.bounds);
      for (const index of part.arcs[0] ?? []) {
        for (const [lon, lat] of atlas.arc(index < 0 ? ~index : index)) {
          const middle = (part.bounds.west + part.bounds.east) / 2 + turns;
          points.push([lon + turnsTowards(middle, { west: lon, east: lon }), lat]);
        }
      }
    }
  }
  const lats = points.map(([, lat]) => lat);
  const [south, north] = [
    lats.reduce((a, b) => Math.min(a, b), Infinity),
    lats.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const short = Math.max(0, least - (north - south)) / 2;
  return short === 0 ? points : [...points, [points[0]?.[0] ?? 0, south - short], [points[0]?.[0] ?? 0, north + short]];
}

/** The largest part, those no farther from the box around it than half its diagonal, and those at least a fifth its size. */
function mainParts(parts: readonly CountryPart[]): readonly CountryPart[] {
  const sized = parts.map((part) => ({ part, size: sizeOf(part) }));
  const main = sized.reduce<(typeof sized)[number] | undefined>((a, b) => (a && a.size >= b.size ? a : b), undefined);
  if (main === undefined) return [];
  const { west, south, east, north } = main.part.bounds;
  const middle: LonLat = [(west + east) / 2, (south + north) / 2];
  const reach = geoDistance([...middle], [west, north]);
  const isNear = ({ bounds }: CountryPart): boolean => {
    const lon = (bounds.west + bounds.east) / 2 + turnsTowards(middle[0], bounds);
    const lat = (bounds.south + bounds.north) / 2;
    const nearest: [number, number] = [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)];
    return geoDistance([lon, lat], nearest) <= reach;
  };
  return sized.filter(({ part, size }) => size >= main.size / 5 || isNear(part)).map(({ part }) => part);
}

function sizeOf({ bounds: { west, south, east, north } }: CountryPart): number {
  return (east - west) * (north - south) * Math.cos(((south + north) / 2) * (Math.PI / 180));
}
