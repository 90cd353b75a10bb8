/** A place on the stage, px of 1280 × 720 from its upper left corner. */
export type Spot = readonly [x: number, y: number];

/** A part of the stage, px. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const stage = { width: 1280, height: 720 };

/** Where something in the window lies on the stage, whose box in the window is `shown`, whatever it is scaled by. */
export function spotIn(shown: DOMRect, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Spot {
  const scale = stage.width / shown.width;
  return [tenth((clientX - shown.left) * scale), tenth((clientY - shown.top) * scale)];
}

/** The way back: px of the window. */
export function inWindow(shown: DOMRect, [x, y]: Spot): Spot {
  const scale = shown.width / stage.width;
  return [shown.left + x * scale, shown.top + y * scale];
}

/** What a box of the window covers of the stage. */
export function areaIn(shown: DOMRect, box: DOMRect): Area {
  const [x, y] = spotIn(shown, { clientX: box.left, clientY: box.top });
  const scale = stage.width / shown.width;
  return { x, y, width: tenth(box.width * scale), height: tenth(box.height * scale) };
}

function tenth(px: number): number {
  return Math.round(px * 10) / 10;
}
