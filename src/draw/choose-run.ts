import type { Diagram, Drawing } from '../model.js';
import { labelSize } from './theme/variables.js';

/** What a drawing is fitted into, px of the stage. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Drawing, 'width' | 'height'>;

/** The evidence of a slide, and what is left of it beside notes. */
const [whole, beside, height] = [1120, 736, 424];

/** Labels grow to 30 px at most, as the theme has it. */
const mostScale = 1.36;

/** How much larger labels have to become before that alone decides. */
const clearly = 1.05;

/** The room a diagram gets where nothing stands above or below it. */
export function roomOf({ isBeside, width }: Pick<Diagram, 'isBeside' | 'width'>): Room {
  return { width: ((isBeside === true ? beside : whole) * (width ?? 100)) / 100, height };
}

/** How large a drawing is shown in its room, times its own size. */
export function scaleIn(size: Size, room: Room): number {
  return Math.min(room.width / size.width, room.height / size.height, mostScale);
}

/**
 * Whether it need not be drawn in another direction: every label has its full size, and it is clearly wider than high or most of the width is
 * in use. A second drawing takes as long as the first.
 */
export function isWellFitted(size: Size, room: Room): boolean {
  const scale = scaleIn(size, room);
  return scale >= 1 && (size.width >= size.height * 1.5 || size.width * scale >= room.width * 0.6);
}

/**
 * Whether `other` fits the room better than `one`: its labels are larger where one of the two has labels below full size, else it fills more
 * of the room.
 */
export function fitsBetter(other: Size, one: Size, room: Room): boolean {
  const [scale, otherScale] = [scaleIn(one, room), scaleIn(other, room)];
  const [label, otherLabel] = [Math.min(scale, 1), Math.min(otherScale, 1)];
  if (otherLabel > label * clearly) return true;
  if (label > otherLabel * clearly) return false;
  return other.width * other.height * otherScale ** 2 > one.width * one.height * scale ** 2;
}

/** The size of its common labels in its room, px of the stage. */
export function labelIn(size: Size, room: Room): number {
  return Math.round(labelSize * scaleIn(size, room));
}
