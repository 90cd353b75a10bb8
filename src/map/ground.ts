import type { Rect, Ring } from './geometry.js';

/** A window cut into square cells, each of one area or of the sea: coarse enough to try thousands of places for a label. */
export interface Ground {
  readonly columns: number;
  readonly rows: number;
  /** The area's index in the list, row by row; -1 is the sea. */
  readonly owner: Int16Array;
}

/** Side of a cell, px. */
export const cell = 4;

/** Which area each cell's middle lies in, by the even-odd rule; a later area lies over an earlier one. */
export function layGround(areas: readonly (readonly Ring[])[], [width, height]: readonly [number, number]): Ground {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const owner = new Int16Array(columns * rows).fill(-1);
  areas.forEach((rings, area) => {
    const crossings: number[][] = Array.from({ length: rows }, () => []);
    for (const ring of rings) {
      let before = ring.at(-1) ?? [0, 0];
      for (const point of ring) {
        const [top, bottom] = before[1] < point[1] ? [before, point] : [point, before];
        const first = Math.max(0, Math.ceil(top[1] / cell - 0.5));
        for (let row = first; row < rows && (row + 0.5) * cell < bottom[1]; row++) {
          const share = ((row + 0.5) * cell - top[1]) / (bottom[1] - top[1]);
          crossings[row]?.push(top[0] + (bottom[0] - top[0]) * share);
        }
        before = point;
      }
    }
    crossings.forEach((xs, row) => {
      xs.sort((a, b) => a - b);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        const from = Math.max(0, Math.ceil((xs[i] ?? 0) / cell - 0.5));
        const to = Math.min(columns, Math.ceil((xs[i + 1] ?? 0) / cell - 0.5));
        if (from < to) owner.fill(area, row * columns + from, row * columns + to);
      }
    });
  });
  return { columns, rows, owner };
}

/** The areas (and -1 for the sea) under a rectangle, with the share of it each has. */
export function groundUnder({ columns, rows, owner }: Ground, rect: Rect): ReadonlyMap<number, number> {
  const { left, right, top, bottom } = cellsOf(rect);
  const found = new Map<number, number>();
  let seen = 0;
  for (let row = Math.max(0, top); row < Math.min(rows, bottom); row++) {
    for (let column = Math.max(0, left); column < Math.min(columns, right); column++) {
      const area = owner[row * columns + column] ?? -1;
      found.set(area, (found.get(area) ?? 0) + 1);
      seen++;
    }
  }
  return new Map([...found].map(([area, count]) => [area, count / seen]));
}

/** Where a rectangle fits into one area with nothing `taken` under it. */
export interface Room {
  /** px; undefined when there is none. The nearest such place to the area's visible middle. */
  readonly find: (width: number, height: number) => { readonly x: number; readonly y: number } | undefined;
}

/** Counts free cells once, so that each place is tried in four look-ups. */
export function roomIn({ columns, rows, owner }: Ground, area: number, taken: readonly Rect[]): Room {
  const free = new Uint8Array(owner.length);
  let [sumX, sumY, count] = [0, 0, 0];
  let [left, right, top, bottom] = [columns, 0, rows, 0];
  for (let index = owner.indexOf(area); index >= 0; index = owner.indexOf(area, index + 1)) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    free[index] = 1;
    sumX += column;
    sumY += row;
    count++;
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  for (const rect of taken) {
    const cells = cellsOf(rect);
    for (let row = Math.max(0, cells.top); row < Math.min(rows, cells.bottom); row++) {
      free.fill(0, row * columns + Math.max(0, cells.left), row * columns + Math.min(columns, cells.right));
    }
  }
  const wide = columns + 1;
  const sums = new Int32Array(wide * (rows + 1));
  const sum = (row: number, column: number): number => sums[row * wide + column] ?? 0;
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      sums[(row + 1) * wide + column + 1] =
        (free[row * columns + column] ?? 0) + sum(row, column + 1) + sum(row + 1, column) - sum(row, column);
    }
  }
  const find = (width: number, height: number): { x: number; y: number } | undefined => {
    const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
    let best: { readonly x: number; readonly y: number; readonly far: number } | undefined;
    for (let row = top; row + down <= bottom; row++) {
      for (let column = left; column + across <= right; column++) {
        const inside =
          sum(row + down, column + across) - sum(row, column + across) - sum(row + down, column) + sum(row, column);
        if (inside < across * down) continue;
        const far = (column + across / 2 - sumX / count) ** 2 + (row + down / 2 - sumY / count) ** 2;
        if (best === undefined || far < best.far) {
          best = { x: (column + across / 2) * cell - width / 2, y: (row + down / 2) * cell - height / 2, far };
        }
      }
    }
    return best && { x: best.x, y: best.y };
  };
  return { find };
}

function cellsOf({ x, y, width, height }: Rect): { left: number; right: number; top: number; bottom: number } {
  return {
    left: Math.floor(x / cell),
    right: Math.ceil((x + width) / cell),
    top: Math.floor(y / cell),
    bottom: Math.ceil((y + height) / cell),
  };
}
