import type { Diagnostic, Place, Severity } from '../model.js';
import { type CountryCode, countryName } from './country.js';
import type { Highlight, MapBorder, MapRoute } from './map-view.js';
import type { Spot } from './place-labels.js';

/** What was asked of a map and is not on it. */
export interface NotShown {
  readonly isEmpty: boolean;
  /** Highlighted, and outside the window. */
  readonly highlights: readonly (readonly [CountryCode, Highlight])[];
  readonly places: readonly Spot[];
  /** Places whose name found no room. */
  readonly names: readonly Spot[];
  /** Highlighted countries whose names found no room, not even their codes. */
  readonly countries: readonly (readonly [CountryCode, Place])[];
  /** Lines and arrows that end outside the window. */
  readonly routes: readonly MapRoute[];
  readonly routeNames: readonly MapRoute[];
  readonly borders: readonly MapBorder[];
  /** How wide an entry of the legend is, px, where it is wider than the map. */
  readonly legend: number | undefined;
}

/** A list of allies may name more than the window shows, so that is only a note. `map` is where the fence stands. */
export function notShown(missing: NotShown, map: Place): readonly Diagnostic[] {
  const say = (severity: Severity, message: string, place: Place, cure?: string): Diagnostic => ({
    rule: 'map',
    severity,
    message,
    place,
    ...(cure === undefined ? {} : { cure }),
  });
  const name = (code: CountryCode): string => countryName(code, 'en');
  const widen = 'Widen `fit`, or remove it from the map.';
  return [
    ...(missing.isEmpty
      ? [say('error', 'There is nothing in the window, neither land nor a place.', map, 'Mend `fit`.')]
      : []),
    ...missing.highlights.map(([code, { place }]) =>
      say('note', `${name(code)} is highlighted and lies outside the window.`, place),
    ),
    ...missing.places.map(({ place }) => say('warning', `${place.name} lies outside the window.`, place.place, widen)),
    ...missing.names.map(({ place }) =>
      say('warning', `There is no room for the name of ${place.name}.`, place.place, 'Show fewer places.'),
    ),
    ...missing.countries.map(([code, place]) =>
      say(
        'warning',
        `There is no room for the name of ${name(code)}.`,
        place,
        `Show a smaller part of the world, or leave its name out with \`labels: {${code}: false}\`.`,
      ),
    ),
    ...missing.routes.map(({ name, place }) =>
      say('warning', `The line${name === '' ? '' : ` "${name}"`} ends outside the window.`, place, widen),
    ),
    ...missing.routeNames.map(({ name, place }) =>
      say(
        'warning',
        `There is no room for "${name}" beside its line.`,
        place,
        'Give it another `side`, say it in fewer words, or show fewer things.',
      ),
    ),
    ...(missing.legend === undefined
      ? []
      : [
          say('warning', `The legend is ${missing.legend} px wide, wider than the map.`, map, 'Say it in fewer words.'),
        ]),
    ...missing.borders.map(({ between, place }) =>
      say('warning', `${between.map(name).join(' and ')} share no border in the window.`, place, widen),
    ),
  ];
}
