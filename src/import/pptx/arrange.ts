import type { Box } from '../../read/presentation/presentation.js';

/** What stands on a slide in reading order: one below the other, or in columns. */
export interface Arranged<T> {
  /** A column each; one where nothing stands side by side. */
  readonly columns: readonly { readonly items: readonly T[]; readonly width: number }[];
}

interface Placed {
  readonly box?: Box;
}

/**
 * Parts what stands on a slide where a white strip goes through: first side by side into two to four columns, else from top to bottom. What
 * says nothing of its place, or lies over something else, keeps the file's order.
 */
export function arrange<T extends Placed>(items: readonly T[]): readonly Arranged<T>[] {
  if (items.some(({ box }) => box === undefined)) return [{ columns: [{ items, width: 1 }] }];
  const columns = parted(items, 'x', 'width');
  if (columns.length > 1 && columns.length <= 4 && columns.every((one) => extent(one, 'x', 'width') > 0.12)) {
    const ordered = columns.map((one) => ({ items: fromTop(one), width: extent(one, 'x', 'width') }));
    return [{ columns: ordered }];
  }
  const rows = parted(items, 'y', 'height');
  if (rows.length > 1) return rows.flatMap((row) => arrange(row));
  return [{ columns: [{ items: columns.length > 1 ? columns.flat() : items, width: 1 }] }];
}

function fromTop<T extends Placed>(items: readonly T[]): readonly T[] {
  return parted(items, 'y', 'height').flatMap((row) =>
    row.length === items.length ? row : parted(row, 'x', 'width').flat(),
  );
}

/** Groups between which a strip is empty, in their order; shapes may touch or overlap by a hundredth of the slide. */
function parted<T extends Placed>(
  items: readonly T[],
  at: 'x' | 'y',
  size: 'width' | 'height',
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  const start = ({ box }: T): number => box?.[at] ?? 0;
  for (const item of items.toSorted((a, b) => start(a) - start(b))) {
    const last = groups.at(-1);
    if (last === undefined || start(item) >= end - 0.01) groups.push([item]);
    else last.push(item);
    end = Math.max(end, start(item) + (item.box?.[size] ?? 0));
  }
  // Within a group the file's order holds.
  return groups.map((group) => items.filter((item) => group.includes(item)));
}

function extent<T extends Placed>(items: readonly T[], at: 'x' | 'y', size: 'width' | 'height'): number {
  const boxes = items.flatMap(({ box }) => box ?? []);
  return Math.max(...boxes.map((box) => box[at] + box[size])) - Math.min(...boxes.map((box) => box[at]));
}
