import { mapWords } from '../language/words/words.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Drawing } from '../model.js';
import type { Country } from './atlas.js';
import { countryName } from './country.js';
import { labelCountries } from './country-labels.js';
import { placeCrimea } from './crimea.js';
import { describeMap } from './describe-map.js';
import { boxesAlong, layRoutes } from './draw-routes.js';
import { areaOf, type Rect, within } from './geometry.js';
import { layGround } from './ground.js';
import { wordColour } from './label.js';
import { labelMap } from './label-map.js';
import { createSurveyor, type Land } from './land.js';
import { layMapLegend, legendSize } from './map-legend.js';
import { mapSvg } from './map-svg.js';
import type { MapView } from './map-view.js';
import { notShown } from './not-shown.js';
import { markBox, type Spot } from './place-labels.js';
import { kmPerPixel, turnsTowards } from './projection.js';
import { labelRoutes } from './route-labels.js';
import { hasOneScale, placeScaleBar, scaleSize } from './scale-bar.js';
import { smallCountries } from './small-countries.js';
import { meansAntarctica, openWindow } from './window.js';

export interface MapOptions {
  /** Goes before every id of the drawing; unique on the page. */
  readonly prefix: string;
}

export interface DrawnMap {
  readonly drawing: Drawing;
  /** The text alternative, in the deck's language. */
  readonly alt: string;
  /** What must stand beside the map, in sentences: the data, how disputed borders are drawn. */
  readonly smallPrint: readonly string[];
  /** What the author asked for and the map does not show. */
  readonly diagnostics: readonly Diagnostic[];
}

/** km: borders drawn at 1 : 50 million are no more exact. */
const exactness = 6;
/** px²: a hatch on less shows no line. */
const leastHatch = 300;

/** Draws a map without a browser. The same view, language and prefix give the same bytes. */
export function drawMap(whole: MapView, lang: string, { prefix }: MapOptions): DrawnMap {
  const words = mapWords(lang);
  const legend = layMapLegend(whole, lang);
  const [width, fullHeight] = whole.size;
  const height = fullHeight - legend.depth;
  const view: MapView = { ...whole, size: [width, height] };
  const { atlas, projection } = openWindow(view);
  const surveyor = createSurveyor(atlas, projection, view.size);
  const { countries, crimea } = placeCrimea(atlas, view.disputed);
  const isSeen =
    projection.isWorld && !meansAntarctica(view) ? ({ code }: Country): boolean => code !== 'AQ' : () => true;
  const lands = surveyor.land(countries.filter(isSeen));
  const kmAPixel = kmPerPixel(projection, [width / 2, height / 2]);

  const crimeaRings = crimea === undefined ? [] : surveyor.rings(crimea);
  const crimeaArea = crimeaRings.reduce((sum, ring) => sum + areaOf(ring), 0);
  const disputed = view.disputed === 'default' && crimeaArea < leastHatch ? 'plain' : view.disputed;
  const hatched = disputed === 'default' ? crimeaRings : [];
  const ground = layGround([...lands.map(({ rings }) => rings), hatched], view.size);

  const small = smallCountries(view, lands, atlas, projection, lang);
  const spots = view.places.map((place): Spot => {
    const turns = turnsTowards(projection.meridian, { west: place.lon, east: place.lon });
    return { place, at: projection.project(place.lon + turns, place.lat) };
  });
  const seen = spots.filter(({ at: [x, y] }) => within({ x, y, width: 0, height: 0 }, { x: 0, y: 0, width, height }));
  const isDot = (code: string): boolean => small.some(({ place }) => place.country === code);
  const find = (code: string): Land | undefined => lands.find((land) => land.code === code);
  const borders = view.borders.map((border) => {
    const [one, other] = border.between.map(find);
    return { border, lines: one === undefined || other === undefined ? [] : surveyor.border(one, other) };
  });
  const borderLines = borders.flatMap(({ lines }) => lines);

  const marked = [...small, ...seen];
  const marks = marked.map(markBox);
  const routes = layRoutes(
    view.routes,
    projection,
    lands,
    marked.map(({ at }) => at),
  );
  const ways = routes.flatMap(boxesAlong);
  const setting = { lands, ground, view, lang };
  const named = labelMap({
    ...setting,
    marked,
    lines: [...borderLines, ...routes.map(({ points }) => points)],
    ways,
  });
  const onRoutes = labelRoutes(routes, setting, [...marks, ...named.labels.map(({ box }) => box)]);
  const taken: Rect[] = [...marks, ...[...named.labels, ...onRoutes.labels].map(({ box }) => box)];
  const oneScale = hasOneScale(projection, view.size);
  const scale = oneScale ? placeScaleBar(projection, setting, taken, words.km) : undefined;
  const reserved = [...(scale === undefined ? taken : [...taken, scale.box]), ...ways];
  const quiet = lands.filter(({ code }) => code !== undefined && !view.highlight.has(code) && !isDot(code));
  const others = labelCountries(quiet, setting, reserved);
  const labels = [...named.labels, ...onRoutes.labels, ...others.labels];

  const svg = mapSvg({
    view,
    prefix,
    lands,
    lineWidth: lineWidth(kmAPixel),
    hatched,
    borders: borderLines,
    small: new Set(small.flatMap(({ place }) => place.country ?? [])),
    marks: marked.map((spot) => ({ spot, colour: wordColour(markBox(spot), ground, lands, view).colour })),
    labels,
    routes,
    scale,
    legend,
  });
  const smallestLabel = Math.min(
    ...labels.map(({ size }) => size),
    scale === undefined ? Infinity : scaleSize,
    legend.depth === 0 ? Infinity : legendSize,
  );
  const shown = borders.filter(({ lines }) => lines.length > 0).map(({ border }) => border);
  const tolerance = Math.max(1.5, exactness / kmAPixel);
  return {
    drawing: { svg, width, height: fullHeight, smallestLabel, ...(view.clicks === 0 ? {} : { steps: view.clicks }) },
    alt: describeMap({ view, lands, ground, spots: marked, borders: shown, routes, tolerance }, lang),
    smallPrint: [
      words.data(Number.parseInt(atlas.scale, 10)),
      ...(crimeaRings.length > 0 ? [words.crimea[disputed]] : []),
      ...(oneScale ? [] : [words.noScale]),
      ...(named.codes.length === 0
        ? []
        : [`${named.codes.map((code) => `${code} ${countryName(code, lang)}`).join(', ')}.`]),
    ],
    diagnostics: notShown(
      {
        isEmpty: lands.length + marked.length === 0,
        highlights: [...view.highlight].filter(([code]) => find(code) === undefined && !isDot(code)),
        places: spots.filter((spot) => !seen.includes(spot)),
        names: named.unnamed.filter(({ place }) => place.country === undefined),
        countries: named.nameless.map((code) => [code, view.highlight.get(code)?.place ?? view.place] as const),
        routes: view.routes.filter((route) => !routes.some((one) => one.route === route)),
        routeNames: onRoutes.unnamed,
        borders: view.borders.filter((border) => !shown.includes(border)),
        legend: legend.width > width ? legend.width : undefined,
      },
      view.place,
    ),
  };
}

/** Lines of 2.5 px between countries would eat up islands where a px is many km. */
function lineWidth(kmAPixel: number): number {
  return Math.max(0.8, 2.5 * Math.min(1, Math.sqrt(2.5 / kmAPixel)));
}
