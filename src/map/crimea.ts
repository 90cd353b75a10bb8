import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Topology } from 'topojson-specification';
import type { Atlas, Country, CountryPart } from './atlas.js';
import type { DisputedMode } from './map-view.js';

/** The countries as they are to be drawn, and Crimea's part of the data. */
export interface Disputed {
  readonly countries: readonly Country[];
  readonly crimea: CountryPart | undefined;
}

/**
 * Natural Earth draws Crimea as a part of Russia, a polygon of its own. Unless the author asks for the data as it is, it is joined
 * to Ukraine here, as UN General Assembly resolution 68/262 has it: the line across the isthmus goes.
 */
export function placeCrimea(atlas: Atlas, mode: DisputedMode): Disputed {
  const russia = atlas.countries.find(({ code }) => code === 'RU');
  const crimea = russia?.parts.find(isCrimea);
  if (mode === 'natural-earth' || crimea === undefined) return { countries: atlas.countries, crimea };
  const countries = atlas.countries.map((country) => {
    if (country === russia) return { ...country, parts: country.parts.filter((part) => part !== crimea) };
    return country.code === 'UA' ? { ...country, parts: join(atlas, country.parts, crimea) } : country;
  });
  return { countries, crimea };
}

function isCrimea({ bounds }: CountryPart): boolean {
  return bounds.west > 32 && bounds.east < 37 && bounds.south > 44 && bounds.north < 46.5;
}

/** The part that shares an arc with `more` becomes one with it; the others stay as they are. */
function join(atlas: Atlas, parts: readonly CountryPart[], more: CountryPart): readonly CountryPart[] {
  const lines = new Set(more.arcs.flat().map(line));
  const neighbour = parts.find(({ arcs }) => arcs.flat().some((index) => lines.has(line(index))));
  if (neighbour === undefined) return [...parts, more];
  const polygons = [neighbour, more].map(({ arcs }) => arcs.map((ring) => [...ring]));
  const topology: Topology = { type: 'Topology', objects: {}, arcs: [] };
  for (const index of polygons.flat(2)) topology.arcs[line(index)] = atlas.arc(line(index)).map((point) => [...point]);
  const object: MultiPolygon = { type: 'MultiPolygon', arcs: polygons };
  const bounds = {
    west: Math.min(neighbour.bounds.west, more.bounds.west),
    south: Math.min(neighbour.bounds.south, more.bounds.south),
    east: Math.max(neighbour.bounds.east, more.bounds.east),
    north: Math.max(neighbour.bounds.north, more.bounds.north),
  };
  const joined = mergeArcs(topology, [object]).arcs.map((arcs) => ({ arcs, bounds }));
  return [...parts.filter((part) => part !== neighbour), ...joined];
}

/** TopoJSON writes an arc that is run backwards as its complement. */
function line(index: number): number {
  return index < 0 ? ~index : index;
}
