import { lettersInColumns } from './letters-in-columns.js';
import type { Alignment, TableTrouble, TextCell, TextTable } from './text-table.js';

/** A cell by the borders around it: columns and lines of the text. `parts`: how many of the smallest boxes it is made of. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  parts: number;
}

type Grid = readonly (readonly string[])[];

const unread = 'The text is shown as typed.';

/**
 * Reads a grid table (Pandoc's manual, "Extension: grid_tables", with cells over several columns and rows). All corners cut the
 * text into the smallest boxes there can be; boxes without a border between them are one cell.
 */
export function readGrid(lines: readonly string[]): TextTable | TableTrouble {
  const grid = evenGrid(lines);
  if (!isGrid(grid)) return grid;
  const last = lines.length - 1;
  if (!/^\+(?:[-=:]+\+)+$/.test(lines[last]?.trimEnd() ?? '')) {
    const message = `The grid table has no border below its last line. ${unread}`;
    return { offset: last, message, cure: 'End the table with a line like its first.' };
  }
  const corners = cornersOf(lines, grid);
  const boxes = joinBoxes(grid, corners.columns, corners.lines);
  if (boxes === undefined) {
    return {
      offset: 0,
      message: `The borders of the grid table do not meet. ${unread}`,
      cure: 'Draw a `+` wherever borders cross, and a border around every cell.',
    };
  }
  return tableOf(grid, boxes);
}

function isGrid(grid: Grid | TableTrouble): grid is Grid {
  return !('message' in grid);
}

/** The lines as columns, all of one length: wide letters are two columns, or one where the table fits only so. */
function evenGrid(lines: readonly string[]): Grid | TableTrouble {
  for (const asOne of [false, true]) {
    const grid = lines.map((line) => lettersInColumns(line.trimEnd(), asOne));
    const width = grid[0]?.length;
    if (grid.every(({ length }) => length === width)) return grid;
  }
  const width = lettersInColumns(lines[0]?.trimEnd() ?? '').length;
  const offset = lines.findIndex((line) => lettersInColumns(line.trimEnd()).length !== width);
  const length = lettersInColumns(lines[offset]?.trimEnd() ?? '').length;
  return {
    offset,
    message: `This line of the grid table has ${length} characters, its first line ${width}. ${unread}`,
    cure: 'Make all its lines equally long.',
  };
}

function cornersOf(lines: readonly string[], grid: Grid): { columns: number[]; lines: number[] } {
  const columns = new Set<number>();
  const withCorner: number[] = [];
  grid.forEach((row, line) => {
    if (!/\+[-=:]+\+/.test(lines[line] ?? '')) return;
    withCorner.push(line);
    row.forEach((letter, column) => {
      if (letter === '+' && (/[-=:]/.test(row[column + 1] ?? '') || /[-=:]/.test(row[column - 1] ?? '')))
        columns.add(column);
    });
  });
  return { columns: [...columns].sort((one, other) => one - other), lines: withCorner };
}

/** The cells; undefined where one of them is no rectangle. */
function joinBoxes(grid: Grid, columns: readonly number[], lines: readonly number[]): readonly Box[] | undefined {
  const [width, height] = [columns.length - 1, lines.length - 1];
  const parents = Array.from({ length: Math.max(0, width * height) }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = index; at !== root; ) [parents[at], at] = [root, parents[at] ?? root];
    return root;
  };
  for (let index = 0; index < parents.length; index++) {
    const [left = 0, right = 0] = columns.slice(index % width);
    const [top = 0, bottom = 0] = lines.slice(Math.floor(index / width));
    if (index % width > 0 && !isWall(grid, left, top, bottom)) parents[rootOf(index)] = rootOf(index - 1);
    if (index >= width && !isFloor(grid, top, left, right)) parents[rootOf(index)] = rootOf(index - width);
  }
  const boxes = new Map<number, Box>();
  for (let index = 0; index < parents.length; index++) {
    const [column, line] = [index % width, Math.floor(index / width)];
    const box = boxes.get(rootOf(index)) ?? { left: column, right: column, top: line, bottom: line, parts: 0 };
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.bottom = Math.max(box.bottom, line + 1);
    box.parts++;
    boxes.set(rootOf(index), box);
  }
  const isWhole = ({ left, right, top, bottom, parts }: Box): boolean => parts === (right - left) * (bottom - top);
  if (boxes.size === 0 || ![...boxes.values()].every(isWhole)) return undefined;
  return [...boxes.values()].map(({ left, right, top, bottom, parts }) => ({
    left: columns[left] ?? 0,
    right: columns[right] ?? 0,
    top: lines[top] ?? 0,
    bottom: lines[bottom] ?? 0,
    parts,
  }));
}

function isWall(grid: Grid, column: number, top: number, bottom: number): boolean {
  for (let line = top + 1; line < bottom; line++) if (!/[|+]/.test(grid[line]?.[column] ?? '')) return false;
  return true;
}

function isFloor(grid: Grid, line: number, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column++) if (!/[-=:+]/.test(grid[line]?.[column] ?? '')) return false;
  return true;
}

/** The boxes in rows. A border of `=` divides the head from the body, and the body from a foot, which is a last row here. */
function tableOf(grid: Grid, boxes: readonly Box[]): TextTable | TableTrouble {
  const tops = [...new Set(boxes.map(({ top }) => top))].sort((one, other) => one - other);
  const lefts = [...new Set(boxes.map(({ left }) => left))].sort((one, other) => one - other);
  const rules = grid.flatMap((row, line) => (/^\+[=:+]+\+$/.test(row.join('')) && row.includes('=') ? [line] : []));
  const headEnd = rules.find((line) => line > 0 && tops.includes(line)) ?? 0;
  const across = boxes.find(({ top, bottom }) => top < headEnd && bottom > headEnd);
  if (across !== undefined) {
    const message = `A cell reaches from the head of the grid table into its body. ${unread}`;
    return { offset: across.top, message, cure: 'Draw the border below the head through.' };
  }
  const rows = tops.map((top) =>
    boxes
      .filter((box) => box.top === top)
      .sort((one, other) => one.left - other.left)
      .map((box): TextCell => {
        const inside = (from: number, to: number, all: readonly number[]): number =>
          all.filter((at) => at >= from && at < to).length;
        return {
          lines: textOf(grid, box),
          offset: box.top + 1,
          align: alignment(grid[headEnd] ?? [], box),
          columns: inside(box.left, box.right, lefts),
          rows: inside(box.top, box.bottom, tops),
        };
      }),
  );
  const heads = tops.filter((top) => top < headEnd).length;
  return { head: rows.slice(0, heads), body: rows.slice(heads) };
}

/** A cell's lines without what indents them all. */
function textOf(grid: Grid, { left, right, top, bottom }: Box): readonly string[] {
  const lines = grid.slice(top + 1, bottom).map((row) =>
    row
      .slice(left + 1, right)
      .join('')
      .trimEnd(),
  );
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent));
}

/** As colons in the border below the head say, or in the first border where there is no head. */
function alignment(border: readonly string[], { left, right }: Box): Alignment | undefined {
  const [first, last] = [border[left + 1] === ':', border[right - 1] === ':'];
  if (first) return last ? 'center' : 'left';
  return last ? 'right' : undefined;
}
