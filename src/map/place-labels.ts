import { primary } from './country.js';
import { boxAround, meet, type Point, type Rect, within } from './geometry.js';
import { cell, type Ground, groundUnder } from './ground.js';
import { blockSize, drop, type Label, rise, wordColour } from './label.js';
import type { MapSetting } from './map-setting.js';
import type { LabelSide, MapPlace } from './map-view.js';

/** A place in the window. */
export interface Spot {
  readonly place: MapPlace;
  readonly at: Point;
}

/** Half the width of a place's mark, px: a square for a capital, a ring for any other place, a dot for a country. */
export const markReach = { capital: 5, place: 11.5, country: 8 } as const;
const sizes = { capital: 20, place: 22, country: 22 } as const;
/** Half the height of a capital letter, as a share of the size. */
const halfCapital = 0.33;
/** The side of each of the positions in turn; corners are on none. */
const sides: readonly LabelSide[] = ['right', 'left', 'above', 'below'];

/** The name of a place, or of a line, in the deck's language. */
export function nameIn({ name, names }: Pick<MapPlace, 'name' | 'names'>, lang: string): string {
  return names[lang] ?? names[primary(lang)] ?? name;
}

export function markBox({ place, at: [x, y] }: Spot): Rect {
  const reach = markReach[place.kind];
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

/**
 * Names of places, each at the best of eight positions round its mark: clear of marks and of one another, on one ground, off
 * the stressed `lines` and what is `taken`. The place with the fewest ways comes first. A name without room is left out and returned in `unnamed`.
 */
export function labelPlaces(
  spots: readonly Spot[],
  { lands, ground, view, lang }: MapSetting,
  lines: readonly (readonly Point[])[],
  taken: readonly Rect[],
): { readonly labels: readonly Label[]; readonly unnamed: readonly Spot[] } {
  const window = { x: 0, y: 0, width: view.size[0], height: view.size[1] };
  const marks = spots.map(markBox);
  const pieces = lines.flatMap((line) => line.slice(1).map((point, index) => boxAround(line[index] ?? point, point)));
  const named = spots.filter(({ place }) => nameIn(place, lang) !== '');
  let waiting = named.map((spot) => {
    const ways = positions(spot, nameIn(spot.place, lang))
      .map((way, index) => ({
        ...way,
        cost: index * 0.5 + unrest(way.box, ground) + (pieces.some((one) => meet(one, way.box)) ? 12 : 0),
      }))
      .filter((_, index) => spot.place.side === undefined || sides[index] === spot.place.side)
      .filter(({ box }) => within(box, window, 6) && ![...marks, ...taken].some((one) => meet(one, box, 2)))
      .toSorted((a, b) => a.cost - b.cost);
    return { spot, ways };
  });
  const labels: Label[] = [];
  const unnamed: Spot[] = [];
  while (waiting.length > 0) {
    const next = waiting.reduce((a, b) => (b.ways.length < a.ways.length ? b : a));
    const [way] = next.ways;
    if (way === undefined) unnamed.push(next.spot);
    else {
      const { cost, ...label } = way;
      labels.push({ ...label, step: next.spot.place.step, ...wordColour(aroundBox(way.box), ground, lands, view) });
    }
    waiting = waiting
      .filter((one) => one !== next)
      .map(({ spot, ways }) => ({ spot, ways: ways.filter(({ box }) => way === undefined || !meet(way.box, box, 4)) }));
  }
  return { labels, unnamed };
}

/** With half a cell on each side: a cell that is land by its middle may be sea where a letter stands. */
function aroundBox({ x, y, width, height }: Rect): Rect {
  return { x: x - cell / 2, y: y - cell / 2, width: width + cell, height: height + cell };
}

/** The share of a box that is not of its main ground, as a cost. */
function unrest(box: Rect, ground: Ground): number {
  return 16 * (1 - Math.max(...groundUnder(ground, box).values()));
}

/** What a place's name is set in; `size` in px. */
export function spotFace({ place }: Pick<Spot, 'place'>): Pick<Label, 'face' | 'size'> {
  return { face: place.kind === 'country' ? 'serif' : 'sans-bold', size: sizes[place.kind] };
}

/** Right and left of the mark, above and below, then the corners. */
function positions({ place, at: [x, y] }: Spot, name: string): readonly Omit<Label, 'colour' | 'edged'>[] {
  const reach = markReach[place.kind];
  const { face, size } = spotFace({ place });
  const { width, height } = blockSize([name], face, size);
  const side = reach + 9;
  const corner = 0.7 * reach + 3;
  const set = (anchor: Label['anchor'], atX: number, baseline: number): Omit<Label, 'colour' | 'edged'> => {
    const left = anchor === 'start' ? atX : anchor === 'end' ? atX - width : atX - width / 2;
    const box = { x: left, y: baseline - rise * size, width, height };
    return { lines: [name], face, size, at: [atX, baseline], anchor, box };
  };
  const above = (gap: number): number => y - gap - drop * size;
  const below = (gap: number): number => y + gap + rise * size;
  return [
    set('start', x + side, y + halfCapital * size),
    set('end', x - side, y + halfCapital * size),
    set('middle', x, above(reach + 4)),
    set('middle', x, below(reach + 4)),
    set('start', x + corner, above(corner)),
    set('start', x + corner, below(corner)),
    set('end', x - corner, above(corner)),
    set('end', x - corner, below(corner)),
  ];
}
