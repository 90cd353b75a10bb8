import { meet, type Point, type Rect, within } from './geometry.js';
import { type Ground, groundUnder } from './ground.js';
import { blockSize, type Label, rise, wordColour } from './label.js';
import type { Face } from './label-width.js';
import type { Land } from './land.js';
import type { MapView } from './map-view.js';

/** A name that has no room where it belongs. */
export interface Homeless {
  readonly name: string;
  readonly face: Face;
  /** px. */
  readonly size: number;
  /** The middle of what is named. */
  readonly at: Point;
  /** px round that middle that belong to its mark. */
  readonly reach: number;
  /** The land it is, if it is one: words on that need no line across another. */
  readonly land: number | undefined;
}

/** px from the middle of what is named to its name, near before far. */
const distances = [22, 30, 40, 52, 66, 84, 104, 128, 156];
const angles = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12);
/** What it costs to stand on the land of another, in px of distance; on one that is highlighted it would be taken for its name. */
const abroad = { plain: 30, highlighted: 140 };

/**
 * Sets a name beside what it names, with a line to it: near, on calm ground, on the sea rather than on another country, clear of what
 * is `taken`, its line across no other name. Undefined where there is no such place.
 */
export function leaderLabel(
  { name, face, size, at, reach, land }: Homeless,
  ground: Ground,
  lands: readonly Land[],
  view: MapView,
  taken: readonly Rect[],
): Label | undefined {
  const window = { x: 0, y: 0, width: view.size[0], height: view.size[1] };
  const { width, height } = blockSize([name], face, size);
  let best: { readonly label: Label; readonly cost: number } | undefined;
  for (const distance of distances) {
    if (best !== undefined && distance > best.cost) break;
    for (const angle of angles) {
      const [x, y] = [at[0] + (reach + distance) * Math.cos(angle), at[1] + (reach + distance) * Math.sin(angle)];
      const box = boxFrom([x, y], angle, width, height);
      if (!within(box, window, 6) || taken.some((one) => meet(one, box, 5))) continue;
      const leader = [nearestOn(box, at), at] as const;
      if (taken.some((one) => crosses(leader, one) && !holds(one, at))) continue;
      const under = groundUnder(ground, box);
      const main = Math.max(...under.values());
      const foreign = [...under].reduce((sum, [index, share]) => sum + share * costOn(index, land, lands, view), 0);
      const cost = distance + foreign + 120 * (1 - main);
      if (best !== undefined && cost >= best.cost) continue;
      const anchor = 'start' as const;
      const set = { lines: [name], face, size, at: [box.x, box.y + rise * size] as Point, anchor, box };
      const isAtHome = land !== undefined && (under.get(land) ?? 0) > 0.75;
      const label = { ...set, ...(isAtHome ? {} : { leader }), ...wordColour(box, ground, lands, view) };
      best = { label, cost };
    }
  }
  return best?.label;
}

/** The name's box, its side or corner at a point seen from what is named. */
function boxFrom([x, y]: Point, angle: number, width: number, height: number): Rect {
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const left = Math.abs(across) < 0.3 ? x - width / 2 : across > 0 ? x : x - width;
  return { x: left, y: y - height / 2 + (down * height) / 2, width, height };
}

function costOn(index: number, own: number | undefined, lands: readonly Land[], { highlight }: MapView): number {
  if (index < 0 || index === own) return 0;
  const code = lands[index]?.code;
  return code !== undefined && highlight.has(code) ? abroad.highlighted : abroad.plain;
}

/** Where a line from the point meets the box, a little before the words. */
function nearestOn({ x, y, width, height }: Rect, [toX, toY]: Point): Point {
  const inset = height * 0.3;
  return [Math.min(Math.max(toX, x - 3), x + width + 3), Math.min(Math.max(toY, y + inset), y + height - inset)];
}

function holds({ x, y, width, height }: Rect, [px, py]: Point): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

/** Whether a line passes through a box, tried every few px. */
function crosses([[fromX, fromY], [toX, toY]]: readonly [Point, Point], box: Rect): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 4));
  return Array.from({ length: steps + 1 }, (_, index) => index / steps).some((share) =>
    holds(box, [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share]),
  );
}
