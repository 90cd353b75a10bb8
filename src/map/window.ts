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
const tiny = 500;
const padding = 24;
/** Degrees of latitude a window has at least. */
const least = 0.4;
/** Of maps of the world: cut in the Bering Strait, without the polar seas and Antarctica. */
const world = { meridian: 11, south: -55, north: 76, padding: 6 } as const;
/** Degrees: what reaches farther round the earth is cut where maps of the world are. */
const widest = 200;

/** The finer data, five times as large, is read only for a small window, or for a country the coarse data has not. */
export function openWindow(view: MapView): MapWindow {
  const { fit, highlight, size } = view;
  const isTiny = (projection: MapProjection): boolean =>
    kmPerPixel(projection, [size[0] / 2, size[1] / 2]) * size[0] < tiny;
  const has = (atlas: Atlas, codes: readonly CountryCode[]): boolean =>
    codes.every((code) => atlas.countries.some((country) => country.code === code));
  const highlighted = [...highlight.keys()];
  const isBand = isBox(fit) && !(isWholeWorld(fit) && !meansAntarctica(view));
  if (isBox(fit) && isBand) {
    const projection = fitProjection(outline(fit), size, 0);
    const coarse = isTiny(projection) ? undefined : loadAtlas('50m');
    return { projection, atlas: coarse !== undefined && has(coarse, highlighted) ? coarse : loadAtlas('10m') };
  }
  const codes = isBox(fit) ? undefined : fit;
  const look = (atlas: Atlas): MapWindow => {
    const parts = partsOf(atlas, codes, highlighted);
    const { meridian, isWide } = middleOf(parts);
    const points = withLeastHeight(pointsOf(atlas, parts, meridian));
    const isWorld = codes === undefined || (isWide && fitProjection(points, size, padding).isWorld);
    if (!isWorld || meansAntarctica(view)) return { atlas, projection: fitProjection(points, size, padding) };
    const seen = points.filter(([, lat]) => lat >= world.south && lat <= world.north);
    return { atlas, projection: fitProjection(seen, size, world.padding) };
  };
  const coarse = loadAtlas('50m');
  const window = has(coarse, [...(codes ?? []), ...highlighted]) ? look(coarse) : undefined;
  return window === undefined || isTiny(window.projection) ? look(loadAtlas('10m')) : window;
}

/** Whether Antarctica is meant to be seen: it is highlighted, or one of the countries to fit. */
export function meansAntarctica({ fit, highlight }: MapView): boolean {
  return highlight.has('AQ') || (!isBox(fit) && fit.includes('AQ'));
}

function isWholeWorld([west, south, east, north]: LonLatBox): boolean {
  return (east > west ? east : east + 360) - west >= 340 && south < -20 && north > 50;
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

/**
 * The parts a map of these countries shows; where none are named, the continents, larger islands and what is highlighted: small islands
 * far out in the Pacific would make all the rest smaller.
 */
function partsOf(
  atlas: Atlas,
  codes: readonly CountryCode[] | undefined,
  highlighted: readonly CountryCode[],
): readonly CountryPart[] {
  const wanted = [...new Set(codes ?? highlighted)].flatMap(
    (code) => atlas.countries.find((country) => country.code === code) ?? [],
  );
  const continents =
    codes === undefined
      ? atlas.countries.flatMap(({ code, parts }) =>
          code === 'AQ' ? [] : parts.filter((part) => sizeOf(part) > large),
        )
      : [];
  return [...continents, ...wanted.flatMap(({ parts }) => mainParts(parts))];
}

/** Square degrees at the equator. */
const large = 25;

/** The longitude in the middle of what some parts take of the earth's round: opposite to the widest gap between them. */
function middleOf(parts: readonly CountryPart[]): { readonly meridian: number; readonly isWide: boolean } {
  const spans = parts
    .map(({ bounds: { west, east } }) => {
      const start = (((west + 180) % 360) + 360) % 360;
      return { start, end: start + Math.min(360, east - west) };
    })
    .toSorted((a, b) => a.start - b.start);
  let reach = Math.max(0, ...spans.map(({ end }) => end - 360));
  let gap = { from: 0, width: 0 };
  for (const { start, end } of spans) {
    if (start - reach > gap.width) gap = { from: reach, width: start - reach };
    reach = Math.max(reach, end);
  }
  if (360 - reach > gap.width && reach < 360) gap = { from: reach, width: 360 - reach + (spans[0]?.start ?? 0) };
  if (360 - gap.width > widest) return { meridian: world.meridian, isWide: true };
  const middle = gap.from + gap.width / 2;
  return { meridian: middle > 180 ? middle - 360 : middle, isWide: false };
}

/** Outlines in degrees that run on from a meridian to half a turn either way. */
function pointsOf(atlas: Atlas, parts: readonly CountryPart[], meridian: number): readonly LonLat[] {
  const points: LonLat[] = [];
  for (const part of parts) {
    const middle = (part.bounds.west + part.bounds.east) / 2 + turnsTowards(meridian, part.bounds);
    for (const index of part.arcs[0] ?? []) {
      for (const [lon, lat] of atlas.arc(index < 0 ? ~index : index))
        points.push([lon + turnsTowards(middle, { west: lon, east: lon }), lat]);
    }
  }
  return points;
}

function withLeastHeight(points: readonly LonLat[]): readonly LonLat[] {
  const lats = points.map(([, lat]) => lat);
  const [south, north] = [
    lats.reduce((a, b) => Math.min(a, b), Infinity),
    lats.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const short = Math.max(0, least - (north - south)) / 2;
  return short === 0 ? points : [...points, [points[0]?.[0] ?? 0, south - short], [points[0]?.[0] ?? 0, north + short]];
}

/** How far from its largest part others belong to a country's map, as a share of half the diagonal of the box around that. */
const reach = 0.6;

/** Without what lies far away, Guiana does not make a map of France a map of the Atlantic; parts a fifth as large belong to it anywhere. */
function mainParts(parts: readonly CountryPart[]): readonly CountryPart[] {
  const sized = parts.map((part) => ({ part, size: sizeOf(part) }));
  const main = sized.reduce<(typeof sized)[number] | undefined>((a, b) => (a && a.size >= b.size ? a : b), undefined);
  if (main === undefined) return [];
  const { west, south, east, north } = main.part.bounds;
  const middle: LonLat = [(west + east) / 2, (south + north) / 2];
  const most = geoDistance([...middle], [west, north]) * reach;
  const isNear = ({ bounds }: CountryPart): boolean => {
    const lon = (bounds.west + bounds.east) / 2 + turnsTowards(middle[0], bounds);
    const lat = (bounds.south + bounds.north) / 2;
    const nearest: [number, number] = [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)];
    return geoDistance([lon, lat], nearest) <= most;
  };
  return sized.filter(({ part, size }) => size >= main.size / 5 || isNear(part)).map(({ part }) => part);
}

function sizeOf({ bounds: { west, south, east, north } }: CountryPart): number {
  return (east - west) * (north - south) * Math.cos(((south + north) / 2) * (Math.PI / 180));
}
