import type { Shown, ShownActor, ShownRelation } from './shown.js';
import {
  layRows,
  measuresOf,
  orderLanes,
  planStacks,
  type Rows,
  type Stacks,
  type StacksPlan,
  type StacksRoom,
} from './stacks-plan.js';

/** More actors than this are more than a slide bears; there are too many ways to try. */
const mostActors = 8;
/** The lowest are tried first; after so many, px less are not worth the time. */
const mostTries = 1000;
/** Columns have room for words between them up to this number. */
const mostColumns = 4;
/** Ways in which relations pass above or below are tried one by one up to this number of relations. */
const mostPassing = 3;

/**
 * The columns in which the actors of a view stand so that no line crosses another: the figure fits its room if it can, and then they stand as
 * nearly as possible in the order in which the author shows them. Undefined where there are no such columns: a relation of an actor with itself, lines that cross whatever the
 * order, or a group whose members do not stand together; or, where the figure must fit,
 * none in which it does.
 */
export function bestStacks(shown: Shown, room: StacksRoom): StacksPlan | undefined {
  const { actors, relations } = shown;
  if (actors.length < 2 || actors.length > mostActors || relations.some(({ from, to }) => from === to))
    return undefined;
  const most = Math.min(actors.length > 6 || room.width < 1000 ? 3 : mostColumns, room.most ?? mostColumns);
  const ways = columnsOf(shown, most)
    .map((columns) => ({ columns, least: leastHeight(columns, relations, room) }))
    .toSorted((a, b) => a.least - b.least);
  const measures = measuresOf(shown, room);
  let best: { readonly stacks: Stacks; readonly rows: Rows; readonly cost: number } | undefined;
  let tries = 0;
  for (const { columns, least } of ways) {
    if (best !== undefined && costOf(least, 0, room) >= best.cost) break;
    if ((room.mustFit && least > room.height) || tries > mostTries) break;
    for (const stacks of stacksOf(columns, shown)) {
      const pairs = disorder(stacks, actors);
      if (best !== undefined && costOf(least, pairs, room) >= best.cost) continue;
      const rows = layRows(stacks, shown, room, measures);
      tries++;
      if (rows === undefined || (room.mustFit && rows.bottom > room.height)) continue;
      const cost = costOf(rows.bottom, pairs, room);
      if (best === undefined || cost < best.cost) best = { stacks, rows, cost };
    }
  }
  return best === undefined ? undefined : planStacks(best.stacks, shown, room, best.rows);
}

/** Every way to part the actors into columns, none of them empty, without a relation inside a column, groups together. */
function columnsOf(
  { actors, relations, groups }: Shown,
  most: number,
): readonly (readonly (readonly ShownActor[])[])[] {
  const found: (readonly (readonly ShownActor[])[])[] = [];
  const column = new Map<ShownActor, number>();
  const fits = (actor: ShownActor, at: number): boolean =>
    !relations.some(
      ({ from, to }) => (from === actor && column.get(to) === at) || (to === actor && column.get(from) === at),
    ) &&
    !groups.some(
      ({ members }) => members.includes(actor) && members.some((one) => column.has(one) && column.get(one) !== at),
    );
  for (let count = 2; count <= Math.min(most, actors.length); count++) {
    const place = (index: number): void => {
      const actor = actors[index];
      if (actor === undefined) {
        const columns = Array.from({ length: count }, (_, at) => actors.filter((one) => column.get(one) === at));
        if (columns.every(({ length }) => length > 0)) found.push(columns);
        return;
      }
      for (let at = 0; at < count; at++) {
        if (!fits(actor, at)) continue;
        column.set(actor, at);
        place(index + 1);
        column.delete(actor);
      }
    };
    place(0);
  }
  return found;
}

/** px: what the fullest column takes at least, with what stands in it and what passes it. */
function leastHeight(columns: Stacks['columns'], relations: readonly ShownRelation[], { pitch }: StacksRoom): number {
  const at = new Map(columns.flatMap((column, index) => column.map((actor) => [actor, index] as const)));
  const heights = columns.map((column, index) => {
    const blocks = column.map((actor) => {
      const others = relations.flatMap(({ from, to }) => (from === actor ? [to] : to === actor ? [from] : []));
      const before = others.filter((other) => (at.get(other) ?? 0) < index).length;
      return Math.max(leastBlock, (Math.max(before, others.length - before) - 1) * pitch + leastRim);
    });
    const passing = relations.filter(({ from, to }) => {
      const [one = 0, other = 0] = [at.get(from), at.get(to)];
      return Math.min(one, other) < index && index < Math.max(one, other);
    });
    return (
      blocks.reduce((sum, height) => sum + height, 0) + (column.length - 1) * leastGap + passing.length * leastPass
    );
  });
  return Math.max(...heights);
}

/** px: the least a block is high, what it has above and below its lines, what is between two, and what a line that passes takes. */
const [leastBlock, leastRim, leastGap, leastPass] = [64, 46, 14, 40];

/** The orders of each column in which no line crosses, with the ways in which long relations pass. */
function* stacksOf(columns: Stacks['columns'], { relations, groups }: Shown): Generator<Stacks> {
  const at = (actor: ShownActor): number => columns.findIndex((column) => column.includes(actor));
  const long = relations.filter(({ from, to }) => Math.abs(at(from) - at(to)) > 1);
  const ways = long.length <= mostPassing ? subsets(long) : [[], long];
  for (const ordered of product(columns.map((column) => permutations(column).filter((one) => isTogether(one, groups)))))
    for (const below of ways) {
      const stacks = { columns: ordered, below: new Set(below) };
      if (orderLanes(stacks, relations) !== undefined) yield stacks;
    }
}

/** Whether the members of each group stand one below the other. */
function isTogether(column: readonly ShownActor[], groups: Shown['groups']): boolean {
  return groups.every(({ members }) => {
    const rows = column.flatMap((actor, row) => (members.includes(actor) ? [row] : []));
    return rows.length === 0 || (rows.at(-1) ?? 0) - (rows[0] ?? 0) === rows.length - 1;
  });
}

/** What does not fit is far worse than another order, a figure that is lower a little better. */
function costOf(bottom: number, pairs: number, { height }: StacksRoom): number {
  return bottom * 0.2 + pairs * 16 + Math.max(0, bottom - height) * 20;
}

/** How many pairs stand in another order than the author shows them in. */
function disorder({ columns }: Stacks, actors: readonly ShownActor[]): number {
  const read = columns.flat();
  const pairs = read.flatMap((one, index) => read.slice(index + 1).map((other) => [one, other] as const));
  return pairs.filter(([one, other]) => actors.indexOf(one) > actors.indexOf(other)).length;
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]));
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
}
