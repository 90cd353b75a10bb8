import { type CountryCode, countryName } from './country.js';
import type { Point, Rect } from './geometry.js';
import { type Ground, groundUnder, roomIn } from './ground.js';
import { blockSize, type Label, rise } from './label.js';
import { labelWidth } from './label-width.js';
import type { Land } from './land.js';
import { leaderLabel } from './leader-labels.js';
import type { MapSetting } from './map-setting.js';
import type { MapView } from './map-view.js';
import { countryColours } from './tones.js';

/** Sizes to try, px; 18 is the least that can be read from the back row, and a map may be shown a tenth smaller than it is drawn. */
const sizes = { focus: [34, 30, 26, 24, 22, 20], lit: [24, 22, 20, 18], other: [24, 22, 20], beside: 20 } as const;
/** More names than this beside their countries would be a tangle of lines: codes come first then. */
const mostLeaders = 7;
/** Of a name's box, the most that may lie on another land that is highlighted. */
const mostAbroad = 0.2;
/** Distances from the country's edge to try, px. */
const margins = [14, 8, 4];

/** Names of countries that found a place, and highlighted ones that found none inside their country. */
export interface CountryLabels {
  readonly labels: readonly Label[];
  readonly homeless: readonly Land[];
}

/**
 * Names of countries, each inside the part that is seen and clear of what is `taken`, the focus first. A name that does not fit
 * at 20 px, of a highlighted one at 18, is left out.
 */
export function labelCountries(lands: readonly Land[], map: MapSetting, taken: readonly Rect[]): CountryLabels {
  const { view } = map;
  const labels: Label[] = [];
  const homeless: Land[] = [];
  const isFocus = ({ code }: Land): boolean => code !== undefined && view.highlight.get(code)?.fill === 'solid';
  const ordered = [...lands.filter(isFocus), ...lands.filter((land) => !isFocus(land))];
  const clear = taken.map(({ x, y, width, height }) => ({
    x: x - 5,
    y: y - 5,
    width: width + 10,
    height: height + 10,
  }));
  for (const land of ordered) {
    const { code } = land;
    if (code === undefined || isUnnamed(view, code)) continue;
    const label = labelCountry(code, map.lands.indexOf(land), map, clear);
    if (label === undefined) homeless.push(land);
    else labels.push(label);
  }
  return { labels, homeless };
}

/** Highlighted countries without room for their names: these stand beside them, or their codes in them. */
export function labelHomeless(
  homeless: readonly Land[],
  { lands, ground, view, lang }: MapSetting,
  taken: readonly Rect[],
): {
  readonly labels: readonly Label[];
  readonly codes: readonly CountryCode[];
  readonly unnamed: readonly CountryCode[];
} {
  const labels: Label[] = [];
  const codes: CountryCode[] = [];
  const unnamed: CountryCode[] = [];
  for (const land of homeless) {
    const { code } = land;
    if (code === undefined) continue;
    const index = lands.indexOf(land);
    const used = [...taken, ...labels.map(({ box }) => box)];
    const at = middleIn(ground, index, used);
    const asked = { name: countryName(code, lang), face: 'serif' as const, size: sizes.beside, reach: 0, land: index };
    const beside = (): Label | undefined =>
      at === undefined ? undefined : leaderLabel({ ...asked, at }, ground, lands, view, used);
    const inside = (): Label | undefined => codeIn(code, index, ground, view, used);
    const set = homeless.length > mostLeaders ? (inside() ?? beside()) : (beside() ?? inside());
    const label = set !== undefined && isAbroad(set, land, lands, ground, view) ? (inside() ?? set) : set;
    if (label === undefined) unnamed.push(code);
    else labels.push(label);
    if (label?.lines[0] === code) codes.push(code);
  }
  return { labels, codes, unnamed };
}

/** Whether a name lies on another land that is highlighted, and would be taken for its name. The focus keeps its name. */
function isAbroad({ box }: Label, own: Land, all: readonly Land[], ground: Ground, { highlight }: MapView): boolean {
  if (own.code !== undefined && highlight.get(own.code)?.fill === 'solid') return false;
  return [...groundUnder(ground, box)].some(([index, share]) => {
    const land = all[index];
    return land?.code !== undefined && land !== own && highlight.has(land.code) && share > mostAbroad;
  });
}

/** The middle of the widest square a land has room for, near the middle of all of it, and clear of what is `taken` where it can be. */
function middleIn(ground: Ground, index: number, taken: readonly Rect[]): Point | undefined {
  for (const room of [roomIn(ground, index, taken), roomIn(ground, index, [])]) {
    for (const side of [20, 12, 8, 4]) {
      const found = room.find(side, side);
      if (found !== undefined) return [found.x + side / 2, found.y + side / 2];
    }
  }
  return undefined;
}

function codeIn(
  code: CountryCode,
  index: number,
  ground: Ground,
  view: MapView,
  taken: readonly Rect[],
): Label | undefined {
  const [face, size] = ['sans-bold', sizes.beside] as const;
  const { width, height } = blockSize([code], face, size);
  const found = roomIn(ground, index, taken).find(width, height);
  if (found === undefined) return undefined;
  const { on } = countryColours(view.highlight.get(code));
  const at: Point = [found.x + width / 2, found.y + rise * size];
  return {
    lines: [code],
    face,
    size,
    at,
    anchor: 'middle',
    colour: on,
    edged: false,
    box: { ...found, width, height },
  };
}

function isUnnamed({ unnamed }: MapView, code: CountryCode): boolean {
  return unnamed === true || unnamed.has(code);
}

/** Large before small, one line before two, far from the edge before near it. */
function labelCountry(
  code: CountryCode,
  index: number,
  { ground, view, lang }: MapSetting,
  clear: readonly Rect[],
): Label | undefined {
  const highlight = view.highlight.get(code);
  const focus = highlight?.fill === 'solid';
  const face = focus ? 'serif-bold' : 'serif';
  const name = countryName(code, lang);
  const room = roomIn(ground, index, clear);
  for (const size of focus ? sizes.focus : highlight === undefined ? sizes.other : sizes.lit) {
    for (const lines of [[name], ...twoLines(name)]) {
      for (const margin of margins) {
        const { width, height } = blockSize(lines, face, size);
        const found = room.find(width + 2 * margin, height + 2 * margin);
        if (found === undefined) continue;
        const box = { x: found.x + margin, y: found.y + margin, width, height };
        return {
          lines,
          face,
          size,
          at: [box.x + width / 2, box.y + rise * size],
          anchor: 'middle',
          colour: countryColours(highlight).on,
          edged: false,
          box,
        };
      }
    }
  }
  return undefined;
}

/** The most even way to set a name of several words on two lines. */
function twoLines(name: string): readonly (readonly string[])[] {
  const words = name.split(' ');
  const ways = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return { lines, width: Math.max(...lines.map((line) => labelWidth(line, 'serif', 1))) };
  });
  const best = ways.toSorted((a, b) => a.width - b.width)[0];
  return best === undefined ? [] : [best.lines];
}
