import { type CountryCode, countryName } from './country.js';
import type { Rect } from './geometry.js';
import { type Ground, roomIn } from './ground.js';
import { blockSize, type Label, rise } from './label.js';
import { labelWidth } from './label-width.js';
import type { Land } from './land.js';
import type { MapView } from './map-view.js';
import { countryColours } from './tones.js';

/** Sizes to try, px; 18 is the least that can be read from the back row, and a map may be shown a tenth smaller than it is drawn. */
const focusSizes = [34, 30, 26, 24, 22, 20];
const sizes = [24, 22, 20];
/** Distances from the country's edge to try, px. */
const margins = [14, 8, 4];

/**
 * Names of countries, each inside the part that is seen and clear of what is `taken`, the focus first. A name that does not fit
 * at 20 px is left out.
 */
export function labelCountries(
  lands: readonly Land[],
  ground: Ground,
  view: MapView,
  lang: string,
  taken: readonly Rect[],
): readonly Label[] {
  const labels: Label[] = [];
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
    const label = labelCountry(code, lands.indexOf(land), ground, view, lang, clear);
    if (label !== undefined) labels.push(label);
  }
  return labels;
}

function isUnnamed({ unnamed }: MapView, code: CountryCode): boolean {
  return unnamed === true || unnamed.has(code);
}

/** Large before small, one line before two, far from the edge before near it. */
function labelCountry(
  code: CountryCode,
  index: number,
  ground: Ground,
  view: MapView,
  lang: string,
  clear: readonly Rect[],
): Label | undefined {
  const highlight = view.highlight.get(code);
  const focus = highlight?.fill === 'solid';
  const face = focus ? 'serif-bold' : 'serif';
  const name = countryName(code, lang);
  const room = roomIn(ground, index, clear);
  for (const size of focus ? focusSizes : sizes) {
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
