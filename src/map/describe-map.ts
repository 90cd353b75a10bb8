import { mapWords } from '../language/words/words.js';
import { hues } from '../model.js';
import { type CountryCode, countryName } from './country.js';
import type { DrawnRoute } from './draw-routes.js';
import { contains, type Point } from './geometry.js';
import type { Ground } from './ground.js';
import type { Land } from './land.js';
import { meaningIn } from './map-legend.js';
import { isBox, type MapBorder, type MapView } from './map-view.js';
import { nameIn, type Spot } from './place-labels.js';

/** What stands on a drawn map. */
export interface MapContent {
  readonly view: MapView;
  readonly lands: readonly Land[];
  readonly ground: Ground;
  readonly spots: readonly Spot[];
  readonly borders: readonly MapBorder[];
  readonly routes: readonly DrawnRoute[];
  /** px within which a place counts as lying on a border: borders are drawn no more exactly than that. */
  readonly tolerance: number;
}

/** A country with less than this share of the land in the window is not worth saying. */
const worthSaying = 0.015;
/**
 * The text alternative: which countries are seen, which stand out, what the author's legend says of them, where the places lie, which
 * borders are marked. No colour is named: who reads this text does not see them.
 */
export function describeMap(content: MapContent, lang: string): string {
  const { view, borders, routes, spots } = content;
  const words = mapWords(lang);
  const named = (codes: readonly CountryCode[]): string => codes.map((code) => countryName(code, lang)).join(', ');
  const seen = seenCountries(content);
  const focus = seen.filter((code) => view.highlight.get(code)?.fill === 'solid');
  const groups = hues.map((hue) => {
    const codes = seen.filter((code) => view.highlight.get(code)?.tone === hue);
    return { meaning: view.legend.get(hue), codes };
  });
  const meant = groups.flatMap(({ meaning, codes }) =>
    meaning === undefined || codes.length === 0 ? [] : [words.group(meaningIn(meaning, lang), named(codes))],
  );
  const others = groups
    .filter(({ meaning }) => meaning === undefined)
    .flatMap(({ codes }) => named(codes.filter((code) => !focus.includes(code))) || []);
  const places = spots.filter(isPlace).map((spot) => `${nameIn(spot.place, lang)} (${whereIs(spot, content, lang)})`);
  const marked = borders.map(({ between }) => between.map((code) => countryName(code, lang)).join(' – '));
  return [
    ...(seen.length === 0 ? [] : [words.showing(named([...focus, ...seen.filter((code) => !focus.includes(code))]))]),
    ...(focus.length === 0 ? [] : [words.focus(named(focus))]),
    ...meant,
    ...(others.length === 0 ? [] : [words.highlighted(others.join('; '))]),
    ...(places.length === 0 ? [] : [words.places(places.join('; '))]),
    ...(marked.length === 0 ? [] : [words.borders(marked.join(', '))]),
    ...(routes.length === 0 ? [] : [words.routes(routes.map((one) => routeInWords(one, content, lang)).join('; '))]),
  ].join(' ');
}

/** "gas: Riga → Visby"; an end that is no place of the map is said by the country it lies in. */
function routeInWords({ route }: DrawnRoute, { view }: MapContent, lang: string): string {
  const ends = route.path.flatMap((point) => {
    if (typeof point === 'string') return [countryName(point, lang)];
    const place = view.places.find(({ lon, lat }) => lon === point[0] && lat === point[1]);
    return place === undefined ? [] : [nameIn(place, lang)];
  });
  const way = ends.join(route.isArrow ? ' → ' : ' – ');
  return [nameIn(route, lang), way].filter((part) => part !== '').join(': ');
}

/** By the area seen, the largest first. */
function seenCountries({ view, lands, ground, spots }: MapContent): readonly CountryCode[] {
  const cells = lands.map(() => 0);
  const hatched = lands.findIndex(({ code }) => code === 'UA');
  for (const area of ground.owner) {
    const land = area < lands.length ? area : hatched;
    if (land >= 0) cells[land] = (cells[land] ?? 0) + 1;
  }
  const all = cells.reduce((sum, count) => sum + count, 0);
  const meant = new Set([...(isBox(view.fit) ? [] : view.fit), ...view.highlight.keys()]);
  const seen = lands
    .flatMap(({ code }, index) => (code === undefined ? [] : [{ code, share: (cells[index] ?? 0) / all }]))
    .toSorted((a, b) => b.share - a.share);
  const said = seen.filter(({ code, share }, index) => share >= worthSaying || meant.has(code) || index === 0);
  const dots = spots.flatMap(({ place }) => place.country ?? []);
  return [...new Set([...said.map(({ code }) => code), ...dots])];
}

function isPlace({ place }: Spot): boolean {
  return place.country === undefined;
}

/** A place nearer to a border than the data is exact lies on that border; the focus is named first. */
function whereIs({ place, at }: Spot, { view, lands, tolerance }: MapContent, lang: string): string {
  const words = mapWords(lang);
  const round = Array.from({ length: 8 }, (_, index): Point => {
    const angle = (index * Math.PI) / 4;
    return [at[0] + tolerance * Math.cos(angle), at[1] + tolerance * Math.sin(angle)];
  });
  const codes = new Set(
    [at, ...round].flatMap((point) => lands.find(({ rings }) => contains(rings, point))?.code ?? []),
  );
  const isFocus = (code: CountryCode): boolean => view.highlight.get(code)?.fill === 'solid';
  const names = [...codes]
    .toSorted((a, b) => Number(isFocus(b)) - Number(isFocus(a)))
    .map((code) => countryName(code, lang));
  const [only] = names;
  const where =
    only === undefined ? words.atSea : names.length > 1 ? words.onBorder(names.join(' – ')) : words.inside(only);
  return place.kind === 'capital' ? `${words.capital}, ${where}` : where;
}
