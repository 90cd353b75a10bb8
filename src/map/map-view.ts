import type { Place } from '../model/diagnostic.js';
import type { Hue, RelationLine } from '../model.js';
import type { LonLat } from './atlas.js';
import type { CountryCode } from './country.js';

/** Degrees; east is smaller than west where the box crosses the 180th meridian. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];

/** How a country is coloured: `solid` for the one the slide speaks of, `tint` for those around it. */
export interface Highlight {
  readonly tone: Hue;
  readonly fill: 'solid' | 'tint';
  readonly place: Place;
}

/** A point with a name. */
export interface MapPlace {
  readonly name: string;
  /** The name by language, where it differs. */
  readonly names: Readonly<Record<string, string>>;
  readonly lon: number;
  readonly lat: number;
  /** A country is one that is too small to be seen as an area. */
  readonly kind: 'capital' | 'place' | 'country';
  /** Where its name stands; absent: where there is room. */
  readonly side?: LabelSide;
  /** With which click it appears; 0: it is there when the slide opens. */
  readonly step: number;
  readonly country?: CountryCode;
  readonly place: Place;
}

/** What a colour of the map means, in the author's words: those of a language, and `text` where a language has none. */
export interface MapMeaning {
  readonly text: string;
  readonly byLang: Readonly<Record<string, string>>;
  readonly place: Place;
}

export const labelSides = ['left', 'right', 'above', 'below'] as const;
/** On which side of what it names a label stands. */
export type LabelSide = (typeof labelSides)[number];

/** An end or a bend of a line: a point, or the middle of a country. */
export type RoutePoint = LonLat | CountryCode;

/** A line between places, or an arrow: a cable, a route, a flow. */
export interface MapRoute {
  /** Empty where it has none. */
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly path: readonly RoutePoint[];
  /** An arrow is a bow with a head at its end; a line goes straight from point to point. */
  readonly isArrow: boolean;
  readonly line: RelationLine;
  /** Ink where the author gives none. */
  readonly tone?: Hue;
  readonly side?: LabelSide;
  /** "¶5", behind its name; empty where it cites nothing. */
  readonly mark: string;
  readonly step: number;
  readonly place: Place;
}

/** A border to stress. */
export interface MapBorder {
  readonly between: readonly [CountryCode, CountryCode];
  readonly place: Place;
}

export const disputedModes = ['default', 'plain', 'natural-earth'] as const;
/** How Crimea is drawn: as Ukraine's with a hatch, as Ukraine's, or as the data has it. */
export type DisputedMode = (typeof disputedModes)[number];

/** A `map` fence as it was read. */
export interface MapView {
  /** Where the fence's first line stands. */
  readonly place: Place;
  /** What must be inside the window. */
  readonly fit: readonly CountryCode[] | LonLatBox;
  readonly highlight: ReadonlyMap<CountryCode, Highlight>;
  readonly legend: ReadonlyMap<Hue, MapMeaning>;
  readonly places: readonly MapPlace[];
  readonly borders: readonly MapBorder[];
  readonly routes: readonly MapRoute[];
  /** How many clicks it takes. */
  readonly clicks: number;
  readonly disputed: DisputedMode;
  /** px. */
  readonly size: readonly [width: number, height: number];
  /** Countries whose name is left out; true: all of them. */
  readonly unnamed: ReadonlySet<CountryCode> | true;
}

/** Whether `fit` is a box rather than a list of countries. */
export function isBox(fit: MapView['fit']): fit is LonLatBox {
  return typeof fit[0] === 'number';
}

/** Codes ISO has and the map data has no shape for, with the country whose part they are there. */
export const withoutShape: ReadonlyMap<CountryCode, CountryCode | undefined> = new Map([
  ['BQ', 'NL'],
  ['BV', 'NO'],
  ['CC', undefined],
  ['CX', undefined],
  ['GF', 'FR'],
  ['GP', 'FR'],
  ['MQ', 'FR'],
  ['RE', 'FR'],
  ['SJ', 'NO'],
  ['TK', 'NZ'],
  ['YT', 'FR'],
]);
