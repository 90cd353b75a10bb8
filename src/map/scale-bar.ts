import { meet, type Rect } from './geometry.js';
import { groundUnder } from './ground.js';
import { blockSize, rise, wordColour } from './label.js';
import type { MapSetting } from './map-setting.js';
import { kmPerPixel, type MapProjection } from './projection.js';

/** A line that is so many km long where it stands. */
export interface ScaleBar {
  readonly text: string;
  /** px; the bar hangs from the text's left edge. */
  readonly box: Rect;
  readonly length: number;
  readonly baseline: number;
  readonly colour: string;
  readonly edged: boolean;
}

/** px. */
export const scaleSize = 20;
const margin = 14;
const longest = 130;
/** A coast or a border that comes nearer to the bar is taken for a part of it. */
const near = 8;
/** How much the scale may differ over the window before a bar would mislead. */
const spread = 1.25;

/** The corner with the calmest ground that is free; undefined when there is none. */
export function placeScaleBar(
  projection: MapProjection,
  { lands, ground, view }: MapSetting,
  taken: readonly Rect[],
  unit: string,
): ScaleBar | undefined {
  const [width, height] = view.size;
  const places = [0, 1, 0.5].flatMap((across) => [1, 0].map((down) => ({ across, down })));
  const free = places.flatMap(({ across, down }) => {
    const perPixel = kmPerPixel(projection, [across * (width - longest) + longest / 2, down * height]);
    const km = roundLength(perPixel * longest);
    const text = `${km}\u00a0${unit}`;
    const length = km / perPixel;
    const words = blockSize([text], 'sans-bold', scaleSize);
    const size = { width: Math.max(length, words.width), height: words.height + 8 };
    const x = margin + across * (width - 2 * margin - size.width);
    const y = margin + down * (height - 2 * margin - size.height);
    const box = { x, y, ...size };
    if (taken.some((one) => meet(one, box, 8))) return [];
    const around = { x: x - near, y: y - near, width: size.width + 2 * near, height: size.height + 2 * near };
    const under = groundUnder(ground, around);
    const cost = 1 - Math.max(...under.values()) - ((under.get(-1) ?? 0) > 0.999 ? 0.1 : 0);
    return [{ text, box, length, baseline: y + rise * scaleSize, cost }];
  });
  const [best] = free.toSorted((a, b) => a.cost - b.cost);
  if (best === undefined) return undefined;
  const { cost, ...bar } = best;
  return { ...bar, ...wordColour(bar.box, ground, lands, view) };
}

/** Whether one bar holds for the whole window. */
export function hasOneScale(projection: MapProjection, [width, height]: readonly [number, number]): boolean {
  const scales = [0, 0.5, 1].flatMap((across) =>
    [0, 0.5, 1].map((down) => kmPerPixel(projection, [width * across, height * down])),
  );
  return scales.every(Number.isFinite) && Math.max(...scales) <= spread * Math.min(...scales);
}

/** 1, 2 or 5 times a power of ten. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2].find((step) => step * power <= most) ?? 1) * power;
}
