import type { Point, Ring } from './geometry.js';

/** Path data of areas; each ring is closed. */
export function closedPath(rings: readonly Ring[]): string {
  return rings.map((ring) => `${openPath(ring)}z`).join('');
}

/** Path data of a line, in whole tenths of a px, each point counted from the one before: half the bytes of absolute figures. */
export function openPath(line: readonly Point[]): string {
  let [x, y] = [0, 0];
  let path = '';
  for (const point of line) {
    const [nextX, nextY] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
    if (path !== '' && nextX === x && nextY === y) continue;
    path += `${path === '' ? 'M' : 'l'}${pair(nextX - x, nextY - y)}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}

/** A number of px as an attribute has it. */
export function tenth(px: number): number {
  return Math.round(px * 10) / 10;
}

function pair(x: number, y: number): string {
  return `${short(x)}${y < 0 ? '' : ' '}${short(y)}`;
}

/** `.5` for 0.5. */
function short(tenths: number): string {
  if (tenths === 0 || Math.abs(tenths) >= 10) return String(tenths / 10);
  return tenths < 0 ? `-.${-tenths}` : `.${tenths}`;
}
