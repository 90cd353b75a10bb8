import type { DrawnFace } from '../../model/brand.js';
import type { Hue } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';

/** A colour by what it is for; `context` is what is not the focus. */
export type Tone = 'ink' | 'muted' | 'hair' | 'context' | 'paper' | Hue;

interface InStep {
  /** The click it appears with; 0: it is there from the start. */
  readonly step: number;
}

export interface PlacedText extends InStep {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly face: Exclude<DrawnFace, 'name' | 'plain-name'>;
  readonly tone: 'ink' | 'muted';
  readonly anchor: 'start' | 'middle' | 'end';
  /** It has an edge in the colour of the ground: no place was free of lines. */
  readonly hasHalo?: boolean;
}

export interface PathPart extends InStep {
  readonly kind: 'path';
  readonly d: string;
  readonly stroke?: Tone;
  readonly width?: number;
  readonly fill?: Tone;
  readonly opacity?: number;
}

export interface CirclePart extends InStep {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: Tone;
  readonly stroke?: Tone;
}

export interface RectPart extends InStep {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Tone;
  readonly stroke?: Tone;
}

export type ChartPart = PlacedText | PathPart | CirclePart | RectPart;

/** What is drawn, in order; px of a figure 1120 wide. */
export interface ChartPlan {
  readonly parts: readonly ChartPart[];
  readonly height: number;
}

/** The figure's room, px. */
export const figure = { width: 1120, height: 424 } as const;

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A text as a part; label 22 in ink from its start unless said otherwise. */
export function placed(x: number, y: number, text: string, more: Partial<PlacedText> = {}): PlacedText {
  return { kind: 'text', x, y, text, size: 22, face: 'label', tone: 'ink', anchor: 'start', step: 0, ...more };
}

/** Where a text's letters are, from the height of capitals to a little below the baseline. */
export function boxOf({ x, y, text, size, face, anchor }: PlacedText): Box {
  const width = textWidth({ text, face, size });
  const x1 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x1, y1: y - size * 0.72, x2: x1 + width, y2: y + size * 0.22 };
}

export function overlaps(one: Box, other: Box, clear = 0): boolean {
  return (
    one.x1 < other.x2 + clear && other.x1 < one.x2 + clear && one.y1 < other.y2 + clear && other.y1 < one.y2 + clear
  );
}

/** A straight line between two places of the figure. */
export function rule(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  stroke: Tone,
  width: number,
  step = 0,
): PathPart {
  const to = y1 === y2 ? `H${tenth(x2)}` : x1 === x2 ? `V${tenth(y2)}` : `L${tenth(x2)},${tenth(y2)}`;
  return { kind: 'path', d: `M${tenth(x1)},${tenth(y1)}${to}`, stroke, width, step };
}

/** Tenths of a px are enough, and short. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
