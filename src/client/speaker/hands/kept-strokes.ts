import type { KeptInk, Point, Stroke } from './ink.js';

/** Strokes as they are kept through a reload: browsers keep five million characters for a page, and 5,000 strokes as data are more. */
export interface KeptStrokes {
  readonly version: number;
  readonly strokes: readonly (Omit<Stroke, 'points'> & { readonly points: string })[];
}

/** Each point as what it differs in from the one before: tenths of px, hundredths of pressure. */
export function packInk({ version, strokes }: KeptInk): KeptStrokes {
  return { version, strokes: strokes.map((stroke) => ({ ...stroke, points: packed(stroke.points) })) };
}

export function unpackInk({ version, strokes }: KeptStrokes): KeptInk {
  return { version, strokes: strokes.map((stroke) => ({ ...stroke, points: unpacked(stroke.points) })) };
}

function packed(points: readonly Point[]): string {
  let before = [0, 0, 50];
  const parts = points.map(([x, y, pressure]) => {
    const now = [Math.round(x * 10), Math.round(y * 10), Math.round(pressure * 100)];
    const [dx = 0, dy = 0, more = 0] = now.map((value, at) => value - (before[at] ?? 0));
    before = now;
    return more === 0 ? `${dx} ${dy}` : `${dx} ${dy} ${more}`;
  });
  return parts.join(',');
}

function unpacked(points: string): readonly Point[] {
  let [x, y, pressure] = [0, 0, 50];
  return points.split(',').map((point) => {
    const [dx = 0, dy = 0, more = 0] = point.split(' ').map(Number);
    [x, y, pressure] = [x + dx, y + dy, pressure + more];
    return [x / 10, y / 10, pressure / 100];
  });
}
