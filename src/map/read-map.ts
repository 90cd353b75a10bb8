import type { z } from 'zod';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { type Hue, hueOf, hues } from '../model.js';
import { nearest } from '../nearest.js';
import { readYaml, schemaDiagnostics, type YamlText } from '../read/yaml.js';
import { type CountryCode, countryName, findCountry, nearestCountry } from './country.js';
import { knownKeys, type MapFence, mapSchema } from './map-schema.js';
import { type Highlight, type LonLatBox, type MapMeaning, type MapView, withoutShape } from './map-view.js';
import { readRoutes } from './read-routes.js';

/**
 * Reads a `map` fence: YAML with `fit`, `highlight`, `legend`, `places`, `borders`, `lines`, `arrows`, `steps`, `disputed`, `size` and `labels`. `size` is what a map has that gives
 * none; `place` is where the
 * code's first line stands in the deck. What is wrong is left out of the map; a map with errors should not be drawn.
 */
export function readMap(
  code: string,
  place: Place,
  size: MapView['size'] = [736, 424],
): { map: MapView; diagnostics: readonly Diagnostic[] } {
  const yaml = readYaml(code, place.path, place.line);
  const value = yaml.value ?? {};
  const isMapping = typeof value === 'object' && !Array.isArray(value);
  const parsed = mapSchema.safeParse(isMapping ? value : {});
  const issues = parsed.success ? [] : parsed.error.issues;
  const bad = new Set(
    issues.flatMap((issue) => issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys : [])),
  );
  const sound = Object.entries(isMapping ? value : {}).filter(([key]) => !bad.has(key));
  const kept = mapSchema.safeParse(Object.fromEntries(sound));
  const found = [...yaml.diagnostics, ...issues.flatMap((issue) => issueDiagnostics(issue, yaml))];
  if (!isMapping) found.push(mapError('A map is written as keys with values.', place, example));
  const map = toView(kept.success ? kept.data : {}, yaml, place, size, found);
  const empty = found.length === 0 && map.fit.length === 0 ? [mapError('The map shows nothing.', place, example)] : [];
  return { map: map.fit.length === 0 ? { ...map, fit: world } : map, diagnostics: [...found, ...empty] };
}

const example = 'Name countries or a box: `fit: [BY, LT]`, `fit: [21, 50, 34, 57]`.';
const world: LonLatBox = [-180, -58, 180, 80];

/** Looks the country codes up; one that is unknown is left out and said. */
function toView(fence: MapFence, yaml: YamlText, place: Place, size: MapView['size'], found: Diagnostic[]): MapView {
  const look = (code: string, at: Place): CountryCode[] => {
    const country = findCountry(code);
    if (country !== undefined && !withoutShape.has(country)) return [country];
    found.push(country === undefined ? unknownCountry(code, at) : shapeless(code, country, at));
    return [];
  };
  const highlight = new Map<CountryCode, Highlight>();
  for (const [code, value] of Object.entries(fence.highlight ?? {})) {
    const at = yaml.placeOfKey(['highlight', code]);
    for (const country of look(code, at)) highlight.set(country, { ...value, place: at });
  }
  const borders = (fence.borders ?? []).flatMap(([one, other], index) => {
    const at = yaml.placeOf(['borders', index]);
    const [a, b] = [look(one, at)[0], look(other, at)[0]];
    if (a !== undefined && a === b)
      found.push(mapError('A border has two sides.', at, 'Name two countries: `[BY, LT]`.'));
    return a === undefined || b === undefined || a === b ? [] : [{ between: [a, b] as const, place: at }];
  });
  const labels = fence.labels ?? true;
  const off = typeof labels === 'object' ? Object.keys(labels).filter((code) => labels[code] === false) : [];
  const fit = fence.fit ?? [...highlight.keys()];
  return {
    place,
    fit: isCodes(fit) ? fit.flatMap((code, index) => look(code, yaml.placeOf(['fit', index]))) : fit,
    highlight,
    legend: readLegend(fence.legend ?? {}, highlight, yaml, found),
    ...readRoutes(fence, yaml, look, found),
    borders,
    disputed: fence.disputed ?? 'default',
    size: fence.size ?? size,
    unnamed: labels === false || new Set(off.flatMap((code) => look(code, yaml.placeOfKey(['labels', code])))),
  };
}

/** A colour no country has means nothing on the map. */
function readLegend(
  legend: NonNullable<MapFence['legend']>,
  highlight: ReadonlyMap<CountryCode, Highlight>,
  yaml: YamlText,
  found: Diagnostic[],
): ReadonlyMap<Hue, MapMeaning> {
  const used = new Set([...highlight.values()].map(({ tone }) => tone));
  const meanings = new Map<Hue, MapMeaning>();
  for (const [name, words] of Object.entries(legend)) {
    const place = yaml.placeOfKey(['legend', name]);
    const hue = hueOf(name);
    if (hue === undefined) {
      const near = nearest(name, hues);
      const cure = near === undefined ? `Colours are ${hues.join(', ')}.` : `Did you mean \`${near}\`?`;
      found.push(mapError(`"${name}" in the legend is no colour.`, place, cure));
    } else if (used.has(hue)) {
      const byLang = typeof words === 'string' ? {} : words;
      const text = typeof words === 'string' ? words : (words.en ?? Object.values(words)[0] ?? '');
      meanings.set(hue, { text, byLang, place });
    } else {
      const message = `The legend names ${name}, and no country is highlighted in it.`;
      found.push({ ...mapError(message, place, 'Highlight one, or remove it.'), severity: 'warning' });
    }
  }
  return meanings;
}

function isCodes(fit: readonly string[] | LonLatBox): fit is readonly string[] {
  return typeof fit[0] !== 'number';
}

function issueDiagnostics(issue: z.core.$ZodIssue, yaml: YamlText): Diagnostic[] {
  if (issue.code !== 'unrecognized_keys') return schemaDiagnostics('map', [issue], yaml);
  const known = knownKeys(issue.path);
  const where = issue.path.length === 0 ? 'a map' : `\`${issue.path.join('.')}\``;
  return issue.keys.map((key) => {
    const near = nearest(key, known);
    const cure = near === undefined ? `Its keys are ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
    return mapError(`\`${key}\` is no key of ${where}.`, yaml.placeOfKey([...issue.path, key]), cure);
  });
}

function unknownCountry(code: string, place: Place): Diagnostic {
  const near = nearestCountry(code);
  const cure =
    near === undefined
      ? 'Write an ISO 3166 code of two or three letters, such as BY or BLR.'
      : `Did you mean ${near} (${countryName(near, 'en')})?`;
  return mapError(`"${code}" is no country code.`, place, cure);
}

function shapeless(code: string, country: CountryCode, place: Place): Diagnostic {
  const whole = withoutShape.get(country);
  const cure = whole === undefined ? 'Mark it with a place instead.' : `There it is a part of ${whole}.`;
  return mapError(`${countryName(country, 'en')} (${code}) has no shape of its own in the map data.`, place, cure);
}

function mapError(message: string, place: Place, cure: string): Diagnostic {
  return { rule: 'map', severity: 'error', message, place, cure };
}
