import type { Point, Rect } from './geometry.js';
import { type Ground, groundUnder } from './ground.js';
import { type Face, labelWidth } from './label-width.js';
import type { Land } from './land.js';
import type { MapView } from './map-view.js';
import { countryColours, ink } from './tones.js';

/** Words set on a map. */
export interface Label {
  readonly lines: readonly string[];
  /** "¶5", behind the words. */
  readonly mark?: string;
  /** With which click it appears; absent or 0: it is there when the slide opens. */
  readonly step?: number;
  readonly face: Face;
  /** px. */
  readonly size: number;
  /** The first baseline, at the start, middle or end of each line. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: string;
  /** On paper of its own, where the ground under it is not of one kind. */
  readonly edged: boolean;
  readonly box: Rect;
  /** A line from the words to what they name, where that is small: to its middle. */
  readonly leader?: readonly [from: Point, to: Point];
}

/** The size of a block of lines, from the top of the tall letters to the foot of the hanging ones. */
export function blockSize(lines: readonly string[], face: Face, size: number): { width: number; height: number } {
  const width = Math.max(...lines.map((line) => labelWidth(line, face, size)));
  return { width, height: size * (rise + drop + leading * (lines.length - 1)) };
}

/** Above and below the baseline, and from line to line, as shares of the size. */
export const rise = 0.74;
export const drop = 0.22;
export const leading = 1.1;

/** The colour of words in a box. Ground that is none of the lands is hatched, and words on it need paper of their own. */
export function wordColour(
  box: Rect,
  ground: Ground,
  lands: readonly Land[],
  { highlight }: MapView,
): { readonly colour: string; readonly edged: boolean } {
  const colours = new Set(
    [...groundUnder(ground, box).keys()].map((index) => {
      if (index < 0) return ink;
      const land = lands[index];
      return land && countryColours(land.code === undefined ? undefined : highlight.get(land.code)).on;
    }),
  );
  const [only] = colours;
  return colours.size === 1 && only !== undefined ? { colour: only, edged: false } : { colour: ink, edged: true };
}
