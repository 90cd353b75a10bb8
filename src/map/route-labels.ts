import type { DrawnRoute } from './draw-routes.js';
import { boxAround, meet, type Point, type Rect, within } from './geometry.js';
import { cell, groundUnder } from './ground.js';
import { blockSize, type Label, rise, wordColour } from './label.js';
import { leaderLabel } from './leader-labels.js';
import type { MapSetting } from './map-setting.js';
import { type LabelSide, labelSides, type MapRoute } from './map-view.js';
import { nameIn } from './place-labels.js';

const [face, size] = ['sans-bold', 20] as const;
/** px from a line to its name. */
const gap = 8;
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Names of lines and arrows, each beside the middle of its line, on no line and clear of what is `taken`. */
export function labelRoutes(
  drawn: readonly DrawnRoute[],
  { lands, ground, view, lang }: MapSetting,
  taken: readonly Rect[],
): { readonly labels: readonly Label[]; readonly unnamed: readonly MapRoute[] } {
  const window = { x: 0, y: 0, width: view.size[0], height: view.size[1] };
  const pieces = drawn.flatMap(({ points }) =>
    finely(points).map(([x, y]) => boxAround([x - 5, y - 5], [x + 5, y + 5])),
  );
  const labels: Label[] = [];
  const unnamed: MapRoute[] = [];
  for (const { route, points } of drawn) {
    const name = nameIn(route, lang);
    if (name === '') continue;
    const text = route.mark === '' ? name : `${name}\u00a0${route.mark}`;
    const { width, height } = blockSize([text], face, size);
    const ways = shares.flatMap((share, index) => {
      const [x, y] = pointAt(points, share);
      return labelSides.flatMap((side) =>
        boxesBeside([x, y], side, width, height).map((box, turn) => ({ box, side, cost: index * 2 + turn })),
      );
    });
    const [best] = ways
      .filter(({ side }) => route.side === undefined || side === route.side)
      .filter(({ box }) => within(box, window, 6) && !pieces.some((one) => meet(one, box)))
      .filter(({ box }) => ![...taken, ...labels.map((one) => one.box)].some((one) => meet(one, box, 4)))
      .map((way) => ({ ...way, cost: way.cost + 24 * (1 - Math.max(...groundUnder(ground, way.box).values())) }))
      .toSorted((a, b) => a.cost - b.cost);
    if (best === undefined) {
      const used = [...taken, ...labels.map((one) => one.box), ...pieces];
      const asked = { name: text, face, size, at: pointAt(points, 0.5), reach: 0, land: undefined };
      const far = route.side === undefined ? leaderLabel(asked, ground, lands, view, used) : undefined;
      if (far === undefined) unnamed.push(route);
      else labels.push({ ...far, step: route.step });
      continue;
    }
    const { x, y } = best.box;
    const around = { x: x - cell / 2, y: y - cell / 2, width: width + cell, height: height + cell };
    labels.push({
      lines: [name],
      ...(route.mark === '' ? {} : { mark: route.mark }),
      face,
      size,
      at: [x, y + rise * size],
      anchor: 'start',
      box: best.box,
      step: route.step,
      ...wordColour(around, ground, lands, view),
    });
  }
  return { labels, unnamed };
}

/** On one side of a point of the line: its middle there, or one of its ends, which a slanting line leaves room for. */
function boxesBeside([x, y]: Point, side: LabelSide, width: number, height: number): readonly Rect[] {
  const isLevel = side === 'above' || side === 'below';
  return [0.5, 0, 1].map((share) => {
    const left = isLevel ? x - width * share : side === 'left' ? x - gap - 4 - width : x + gap + 4;
    const top = isLevel ? (side === 'above' ? y - gap - height : y + gap) : y - height * share;
    return { x: left, y: top, width, height };
  });
}

/** By length along the line. */
function pointAt(points: readonly Point[], share: number): Point {
  const fine = finely(points);
  return fine[Math.round(share * (fine.length - 1))] ?? [0, 0];
}

/** A point every 4 px. */
function finely(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, index): readonly Point[] => {
    const next = points[index + 1];
    if (next === undefined) return [point];
    const steps = Math.max(1, Math.round(Math.hypot(next[0] - point[0], next[1] - point[1]) / 4));
    return Array.from({ length: steps }, (_, step): Point => {
      const part = step / steps;
      return [point[0] + (next[0] - point[0]) * part, point[1] + (next[1] - point[1]) * part];
    });
  });
}
