import { escapeHtml } from '../escape-html.js';
import { inStep } from '../relations/svg-markup.js';
import { withFaces } from '../relations/typeface.js';
import type { CountryCode } from './country.js';
import { type DrawnRoute, routeSvg } from './draw-routes.js';
import type { Point, Rect, Ring } from './geometry.js';
import { type Label, leading } from './label.js';
import type { Face } from './label-width.js';
import type { Land } from './land.js';
import { legendSize, type MapLegend, type MapLegendEntry, sample } from './map-legend.js';
import type { MapView } from './map-view.js';
import { markReach, type Spot } from './place-labels.js';
import { type ScaleBar, scaleSize } from './scale-bar.js';
import { closedPath, openPath, tenth } from './svg-path.js';
import { type CountryColours, countryColours, ink, paper } from './tones.js';

/** Everything that is drawn, in px of the window. */
export interface MapParts {
  readonly view: MapView;
  /** Goes before every id, so that two maps on a page do not clash. */
  readonly prefix: string;
  readonly lands: readonly Land[];
  /** Width of the lines between lands, px. */
  readonly lineWidth: number;
  /** The part of Ukraine that is drawn hatched. */
  readonly hatched: readonly Ring[];
  readonly borders: readonly (readonly Point[])[];
  readonly marks: readonly { readonly spot: Spot; readonly colour: string }[];
  readonly labels: readonly Label[];
  readonly routes: readonly DrawnRoute[];
  readonly scale: ScaleBar | undefined;
  /** Countries that have a dot, since their area is hardly seen. */
  readonly small: ReadonlySet<CountryCode>;
  readonly legend: MapLegend;
}

/** Colours only by the page's tokens, each with a value to fall back to; no style sheet, which a screen reader would read out. */
export function mapSvg(parts: MapParts): string {
  const { view, prefix, lands, lineWidth, hatched, borders, marks, labels, routes, scale, small, legend } = parts;
  const [width, height] = view.size;
  const isEdged = (land: Land): boolean => coloursOf(land, view).edge !== undefined;
  const isSmall = ({ code }: Land): boolean => code !== undefined && small.has(code);
  const isHatched = ({ code }: Land): boolean => code === 'UA' && hatched.length > 0;
  const hatch = {
    area: `${prefix}-hatched`,
    pattern: `${prefix}-hatch`,
    line: countryColours(view.highlight.get('UA')).line,
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + legend.depth}">`,
    `<clipPath id="${prefix}-window"><rect width="${width}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#${prefix}-window)" stroke-linejoin="round" stroke-linecap="round">`,
    `<g stroke="${paper}" stroke-width="${tenth(lineWidth)}" fill-rule="evenodd">`,
    ...lands.filter((land) => !isEdged(land) && !isHatched(land)).map((land) => area(land, view)),
    ...lands.filter(isHatched).map((land) => hatchedArea(land, view, hatched, hatch)),
    ...lands.filter((land) => isEdged(land) && !isHatched(land)).map((land) => area(land, view)),
    ...lands
      .filter(isSmall)
      .map((land) => `<path fill="none" stroke="${ink}" stroke-width="2.5" d="${closedPath(land.rings)}"/>`),
    ...lands.map((land) => secondEdge(land, view, prefix)).filter((edge) => edge !== ''),
    '</g>',
    ...(borders.length === 0
      ? []
      : [`<path fill="none" stroke="${ink}" stroke-width="4" d="${borders.map(openPath).join('')}"/>`]),
    '</g>',
    ...routes.map((one) => inStep(one.route.step, routeSvg(one))),
    ...marks.map(({ spot, colour }) => inStep(spot.place.step, mark(spot, colour, view))),
    ...labels.flatMap(({ leader, step = 0 }) => (leader === undefined ? [] : [inStep(step, leaderLine(leader))])),
    ...labels.map((label) => inStep(label.step ?? 0, words(label))),
    ...(scale === undefined ? [] : [scaleBar(scale)]),
    ...legend.entries.map((entry) => legendEntry(entry, height)),
    '</svg>',
  ].join('\n');
}

function coloursOf({ code }: Land, view: MapView): CountryColours {
  return countryColours(code === undefined ? undefined : view.highlight.get(code));
}

function area(land: Land, view: MapView): string {
  const colours = coloursOf(land, view);
  const edge = colours.edge === undefined ? '' : ` stroke="${colours.edge}" stroke-width="2"`;
  const code = land.code === undefined ? '' : ` data-country="${land.code}"`;
  return `<path${code} fill="${colours.area}"${edge} d="${closedPath(land.rings)}"/>`;
}

/** Area, hatch, outline: the hatch must not lie over the line along the coast. */
function hatchedArea(
  land: Land,
  view: MapView,
  rings: readonly Ring[],
  { area, pattern, line }: { readonly area: string; readonly pattern: string; readonly line: string },
): string {
  const colours = coloursOf(land, view);
  const tile = 'width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"';
  return [
    `<defs><pattern id="${pattern}" ${tile}><path stroke="${line}" stroke-width="2.5" d="M4.5 0v9"/></pattern>`,
    `<path id="${area}" d="${closedPath(land.rings)}"/></defs>`,
    `<use data-country="UA" href="#${area}" fill="${colours.area}" stroke="none"/>`,
    `<path data-hatch="" fill="url(#${pattern})" stroke="none" d="${closedPath(rings)}"/>`,
    `<use href="#${area}" fill="none"${colours.edge === undefined ? '' : ` stroke="${colours.edge}" stroke-width="2"`}/>`,
  ].join('');
}

/** A line along the inside of the border, the country's own colour on both sides of it. */
function secondEdge(land: Land, view: MapView, prefix: string): string {
  const { area, second } = coloursOf(land, view);
  if (second === undefined) return '';
  const id = `${prefix}-${land.code}`;
  const line = (stroke: string, width: number): string =>
    `<use href="#${id}" stroke="${stroke}" stroke-width="${width}"/>`;
  return [
    `<defs><path id="${id}" fill="none" clip-rule="evenodd" d="${closedPath(land.rings)}"/></defs>`,
    `<clipPath id="${id}-inside"><use href="#${id}"/></clipPath>`,
    `<g clip-path="url(#${id}-inside)">${line(second, 12)}${line(area, 7.5)}</g>`,
  ].join('');
}

function mark({ place, at: [x, y] }: Spot, colour: string, { highlight }: MapView): string {
  if (place.country !== undefined) {
    const { area, second } = countryColours(highlight.get(place.country));
    const inner = second === undefined ? '' : `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="2.5" fill="${second}"/>`;
    return `<circle data-country="${place.country}" cx="${tenth(x)}" cy="${tenth(y)}" r="7" fill="${area}" stroke="${ink}" stroke-width="2"/>${inner}`;
  }
  if (place.kind === 'capital') {
    const half = markReach.capital;
    return `<rect x="${tenth(x - half)}" y="${tenth(y - half)}" width="${2 * half}" height="${2 * half}" fill="${colour}"/>`;
  }
  return `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="9" fill="${paper}" stroke="${ink}" stroke-width="5"/>`;
}

const looks: Readonly<Record<Face, readonly [families: () => string, weight: number]>> = {
  serif: [serif, 400],
  'serif-bold': [serif, 600],
  'sans-bold': [sans, 600],
};

function faceOf(face: Face): string {
  const [families, weight] = looks[face];
  return `font-family="${families()}" font-weight="${weight}"`;
}

function serif(): string {
  return `var(--serif, ${withFaces("'Source Serif 4', Georgia, serif", 'serif')})`;
}

function sans(): string {
  return `var(--sans, ${withFaces("'Source Sans 3', Arial, sans-serif", 'sans')})`;
}

/** In ink with paper on both sides, so that it is seen on any ground; its dot lies in what is named. */
function leaderLine([[fromX, fromY], [x, y]]: NonNullable<Label['leader']>): string {
  const d = `M${tenth(fromX)} ${tenth(fromY)}L${tenth(x)} ${tenth(y)}`;
  const line = `<path fill="none" stroke="${paper}" stroke-width="4" d="${d}"/><path fill="none" stroke="${ink}" stroke-width="1.5" d="${d}"/>`;
  return `${line}<circle cx="${tenth(x)}" cy="${tenth(y)}" r="4" fill="${ink}" stroke="${paper}" stroke-width="1.5"/>`;
}

function words({ lines, mark: cited, face, size, at: [x, y], anchor, colour, edged, box }: Label): string {
  const set = lines.map((line, index) => {
    const baseline = tenth(y + index * leading * size);
    return `<tspan x="${tenth(x)}" y="${baseline}">${escapeHtml(line)}</tspan>`;
  });
  const open = `<text ${faceOf(face)} font-size="${size}" text-anchor="${anchor}" fill="${colour}">`;
  const accent = colour === ink ? ' fill="var(--accent, #7a2360)"' : '';
  const evidence = cited === undefined ? '' : `<tspan${accent}>\u00a0${escapeHtml(cited)}</tspan>`;
  return `${edged ? plate(box) : ''}${open}${set.join('')}${evidence}</text>`;
}

function scaleBar({ text, box, length, baseline, colour, edged }: ScaleBar): string {
  const at = `x="${tenth(box.x)}" y="${tenth(baseline)}"`;
  const open = `<text ${at} ${faceOf('sans-bold')} font-size="${scaleSize}" fill="${colour}">`;
  const line = `M${tenth(box.x)} ${tenth(box.y + box.height - 7)}v6h${tenth(length)}v-6`;
  return `${edged ? plate(box) : ''}${open}${escapeHtml(text)}</text><path fill="none" stroke="${colour}" stroke-width="2" d="${line}"/>`;
}

/** Where a colour fills in two ways, its sample has both. */
function legendEntry({ hue, fills, text, x, y }: MapLegendEntry, top: number): string {
  const width = sample.width / fills.length;
  const from = top + y - sample.height / 2;
  const samples = fills.map((fill, index) => {
    const { area, edge, second } = countryColours({ tone: hue, fill });
    const box = (inset: number, look: string): string =>
      `<rect x="${tenth(x + index * width + inset)}" y="${tenth(from + inset)}" width="${tenth(width - 2 * inset)}" height="${sample.height - 2 * inset}" ${look}/>`;
    if (edge !== undefined) return box(1, `fill="${area}" stroke="${edge}" stroke-width="2"`);
    const inner = second === undefined ? '' : box(4.5, `fill="none" stroke="${second}" stroke-width="2"`);
    return box(0, `fill="${area}"`) + inner;
  });
  const at = `x="${tenth(x + sample.width + sample.after)}" y="${tenth(top + y + 7)}"`;
  const face = `font-family="${sans()}" font-size="${legendSize}"`;
  return `${samples.join('')}<text ${at} ${face} fill="${ink}">${escapeHtml(text)}</text>`;
}

/** Paper below words that cross from one ground to another. */
function plate({ x, y, width, height }: Rect): string {
  return `<rect x="${tenth(x - 4)}" y="${tenth(y - 1)}" width="${tenth(width + 8)}" height="${tenth(height + 2)}" fill="${paper}"/>`;
}
