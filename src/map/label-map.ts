import type { CountryCode } from './country.js';
import { labelCountries, labelHomeless } from './country-labels.js';
import type { Point, Rect } from './geometry.js';
import type { Label } from './label.js';
import type { Land } from './land.js';
import { leaderLabel } from './leader-labels.js';
import type { MapSetting } from './map-setting.js';
import { labelPlaces, markBox, markReach, nameIn, type Spot, spotFace } from './place-labels.js';

/** A map whose places and highlighted countries get their names. */
export interface LabelledMap extends MapSetting {
  /** Places, and countries too small to be seen as an area. */
  readonly marked: readonly Spot[];
  /** Stressed borders, lines and arrows. */
  readonly lines: readonly (readonly Point[])[];
  /** What names of countries keep clear of: lines and arrows. */
  readonly ways: readonly Rect[];
}

export interface MapLabels {
  readonly labels: readonly Label[];
  /** Countries whose code stands for their name. */
  readonly codes: readonly CountryCode[];
  /** Places without room for their name. */
  readonly unnamed: readonly Spot[];
  /** Highlighted countries without room for it. */
  readonly nameless: readonly CountryCode[];
}

/**
 * Names of places and of what is highlighted. Either may take the other's room, so both orders are tried, and the one kept that leaves
 * fewer without a place of their own. These then stand beside what they name, with a line to it.
 */
export function labelMap(map: LabelledMap): MapLabels {
  const { lands, ground, view, lang, marked } = map;
  const dots = new Set(marked.flatMap(({ place }) => place.country ?? []));
  const lit = lands.filter(({ code }) => code !== undefined && view.highlight.has(code) && !dots.has(code));
  const marks = marked.map(markBox);
  // A country that is a dot may have islands round it.
  const shores = lands.filter(({ code }) => code !== undefined && dots.has(code)).flatMap(({ rings }) => rings);
  const lines = [...map.lines, ...shores];
  const boxes = (labels: readonly Label[]): readonly Rect[] => labels.map(({ box }) => box);

  const placesFirst = (): Tried => {
    const places = labelPlaces(marked, map, lines, []);
    const countries = labelCountries(lit, map, [...marks, ...map.ways, ...boxes(places.labels)]);
    return { labels: [...places.labels, ...countries.labels], unnamed: places.unnamed, homeless: countries.homeless };
  };
  const countriesFirst = (): Tried => {
    const countries = labelCountries(lit, map, [...marks, ...map.ways]);
    const places = labelPlaces(marked, map, lines, boxes(countries.labels));
    return { labels: [...countries.labels, ...places.labels], unnamed: places.unnamed, homeless: countries.homeless };
  };
  const first = placesFirst();
  const missing = ({ unnamed, homeless }: Tried): number => unnamed.length + homeless.length;
  const second = missing(first) === 0 ? first : countriesFirst();
  const best = missing(second) < missing(first) ? second : first;

  const labels = [...best.labels];
  const unnamed: Spot[] = [];
  for (const spot of best.unnamed) {
    const { face, size } = spotFace(spot);
    const asked = { name: nameIn(spot.place, lang), face, size, at: spot.at, reach: markReach[spot.place.kind] };
    const others = [...marks.filter((mark) => !isAround(mark, spot)), ...boxes(labels)];
    const found = leaderLabel({ ...asked, land: undefined }, ground, lands, view, others);
    if (found === undefined) unnamed.push(spot);
    else labels.push({ ...found, step: spot.place.step });
  }
  const beside = labelHomeless(best.homeless, map, [...marks, ...boxes(labels)]);
  return {
    labels: [...labels, ...beside.labels],
    codes: beside.codes,
    unnamed,
    nameless: [...beside.unnamed, ...unnamed.flatMap(({ place }) => place.country ?? [])],
  };
}

interface Tried {
  readonly labels: readonly Label[];
  readonly unnamed: readonly Spot[];
  readonly homeless: readonly Land[];
}

function isAround({ x, y, width, height }: Rect, { at }: Spot): boolean {
  return Math.abs(x + width / 2 - at[0]) < 1 && Math.abs(y + height / 2 - at[1]) < 1;
}
