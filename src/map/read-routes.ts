import type { Diagnostic, Place } from '../model.js';
import { nearest } from '../nearest.js';
import { readCite } from '../parse/citation.js';
import type { YamlText } from '../read/yaml.js';
import { paragraphs } from '../relations/cite.js';
import type { CountryCode } from './country.js';
import type { MapFence } from './map-schema.js';
import type { MapPlace, MapRoute, MapView, RoutePoint } from './map-view.js';

type RouteFence = NonNullable<MapFence['arrows']>[number] | NonNullable<MapFence['lines']>[number];

/** Places, the lines and arrows between them, and with which click each appears. `look` finds a country, and says where there is none. */
export function readRoutes(
  fence: MapFence,
  yaml: YamlText,
  look: (code: string, at: Place) => readonly CountryCode[],
  found: Diagnostic[],
): Pick<MapView, 'places' | 'routes' | 'clicks'> {
  const steps = readSteps(fence, yaml, found);
  const places = (fence.places ?? []).map(({ side, ...one }, index): MapPlace => {
    const place = yaml.placeOf(['places', index]);
    return { ...one, ...(side === undefined ? {} : { side }), step: steps.get(one.name) ?? 0, place };
  });
  const point = (value: string | readonly [number, number], at: Place): readonly RoutePoint[] => {
    if (typeof value !== 'string') return [value];
    const place = places.find(({ name, names }) => name === value || Object.values(names).includes(value));
    if (place !== undefined) return [[place.lon, place.lat]];
    if (/^[A-Z]{2,3}$/.test(value)) return look(value, at);
    const near = nearest(
      value,
      places.map(({ name }) => name),
    );
    const cure =
      near === undefined
        ? 'Name it under `places`, or write `[lon, lat]`.'
        : `Did you mean "${near}"? Else name it under \`places\`.`;
    found.push({ rule: 'map', severity: 'error', message: `"${value}" is no place of this map.`, place: at, cure });
    return [];
  };
  const route = (one: RouteFence, path: readonly RoutePoint[], isArrow: boolean, place: Place): MapRoute[] => {
    if (path.length < 2) return [];
    const { name = '', names, line, tone, side, cite } = one;
    const mark = cite === undefined ? '' : paragraphs(readCite(cite, place).citations);
    const given = { ...(tone === undefined ? {} : { tone }), ...(side === undefined ? {} : { side }) };
    return [{ name, names, path, isArrow, line, ...given, mark, step: steps.get(name) ?? 0, place }];
  };
  const lines = (fence.lines ?? []).flatMap((one, index) => {
    const place = yaml.placeOf(['lines', index]);
    return route(
      one,
      one.path.flatMap((value) => point(value, place)),
      false,
      place,
    );
  });
  const arrows = (fence.arrows ?? []).flatMap((one, index) => {
    const place = yaml.placeOf(['arrows', index]);
    return route(one, [...point(one.from, place), ...point(one.to, place)], true, place);
  });
  return { places, routes: [...lines, ...arrows], clicks: fence.steps?.length ?? 0 };
}

/** By name; what no place, line or arrow is called is said. */
function readSteps(
  { steps = [], places = [], lines = [], arrows = [] }: MapFence,
  yaml: YamlText,
  found: Diagnostic[],
): ReadonlyMap<string, number> {
  const known = [...places, ...lines, ...arrows].flatMap(({ name }) => (name === undefined ? [] : [name]));
  const byName = new Map<string, number>();
  for (const [index, step] of steps.entries())
    for (const name of step) {
      if (!known.includes(name)) {
        const near = nearest(name, known);
        const cure = near === undefined ? 'Steps name places, lines and arrows.' : `Did you mean "${near}"?`;
        const message = `"${name}" in the steps is no place, line or arrow of this map.`;
        found.push({ rule: 'map', severity: 'error', message, place: yaml.placeOf(['steps', index]), cure });
      } else if (!byName.has(name)) byName.set(name, index + 1);
    }
  return byName;
}
