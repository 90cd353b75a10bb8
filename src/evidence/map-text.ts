import { parse } from 'yaml';

/**
 * The names an author puts on a map, one a line. Countries are named by the map's data, which the map itself names as its source.
 * What is no YAML is said by the map's own reader and claims nothing here.
 */
export function mapText(code: string): string {
  const places = readPlaces(code);
  return places.flatMap((place) => (isNamed(place) ? String(place.name) : [])).join('\n');
}

function readPlaces(code: string): readonly unknown[] {
  try {
    const map: unknown = parse(code, { maxAliasCount: 50, logLevel: 'error' });
    const places = typeof map === 'object' && map !== null && 'places' in map ? map.places : [];
    return Array.isArray(places) ? places : [];
  } catch {
    return [];
  }
}

function isNamed(place: unknown): place is { readonly name: unknown } {
  return typeof place === 'object' && place !== null && 'name' in place;
}
