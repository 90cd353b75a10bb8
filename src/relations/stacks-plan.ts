import { labelOf } from './lane-label.js';
import type { Block, Lane, Span } from './lanes-plan.js';
import type { Shown, ShownActor, ShownRelation } from './shown.js';
import { lineWidth, wordsOf, wrapText } from './wrap-text.js';

/** Actors by column from the left, each column from top to bottom, and the relations that pass below the columns between their ends. */
export interface Stacks {
  readonly columns: readonly (readonly ShownActor[])[];
  readonly below: ReadonlySet<ShownRelation>;
}

/** A frame round members of a group that stand in one column. */
export interface Frame {
  readonly name: string;
  readonly step: number;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

export interface StacksPlan {
  readonly blocks: readonly Block[];
  readonly lanes: readonly Lane[];
  readonly frames: readonly Frame[];
  readonly bottom: number;
}

/** px of the figure less its legend, and from line to line. */
export interface StacksRoom {
  readonly width: number;
  readonly height: number;
  /** What is higher is of no use. */
  readonly mustFit: boolean;
  readonly pitch: number;
  /** The most columns, where fewer than usual are wanted. */
  readonly most?: number;
}

/** px: from a block's top to its first line, whose words stand above it, and from its last line to its bottom. */
const inside = { above: 38, below: 20 } as const;
/** The same where lines stand close. */
const insideClose = { above: 32, below: 14 } as const;
/** The least that a block is high, px, by the pitch of its lines. */
const leastHeights = [
  { from: 64, height: 112 },
  { from: 50, height: 84 },
  { from: 0, height: 64 },
] as const;
/** px: between blocks, round a frame, and between a line that passes and the blocks it passes. */
const apart = { blocks: 22, frame: 10, frameName: 34, passing: 22 } as const;
const apartClose = { blocks: 14, frame: 8, frameName: 30, passing: 14 } as const;
/** px: from a line that passes below blocks to them, for its words. */
const wordsOver = 52;
/** px from line to line, below which they stand close. */
const close = 50;

/**
 * Whether lines would cross: in each gap between two columns the relations, sorted by where they start at the left, must be sorted by where
 * they end at the right. The order of the lines in each gap, from the top; undefined where some would cross.
 */
export function orderLanes(
  { columns, below }: Stacks,
  relations: readonly ShownRelation[],
): readonly (readonly ShownRelation[])[] | undefined {
  const at = new Map(columns.flatMap((column, index) => column.map((actor, row) => [actor, { index, row }] as const)));
  const gaps: { relation: ShownRelation; left: number; right: number }[][] = columns.slice(1).map(() => []);
  for (const relation of relations) {
    const [from, to] = [at.get(relation.from), at.get(relation.to)];
    if (from === undefined || to === undefined || from.index === to.index) return undefined;
    const [first, last] = from.index < to.index ? [from, to] : [to, from];
    const outside = below.has(relation) ? Number.MAX_SAFE_INTEGER : -1;
    for (let gap = first.index; gap < last.index; gap++) {
      const left = gap === first.index ? first.row : outside;
      const right = gap + 1 === last.index ? last.row : outside;
      gaps[gap]?.push({ relation, left, right });
    }
  }
  for (const gap of gaps) {
    gap.sort((a, b) => a.left - b.left || a.right - b.right);
    if (gap.some(({ right }, index) => index > 0 && right < (gap[index - 1]?.right ?? 0))) return undefined;
  }
  return gaps.map((gap) => gap.map(({ relation }) => relation));
}

/** How high words and names are in a figure with so many columns: measured once, since many ways are tried. */
export interface Measures {
  /** px more than one line of words take, on a relation that spans so many columns. */
  readonly taller: (relation: ShownRelation, columns: number, span: number) => number;
  /** px that a block needs for its name. */
  readonly nameHeight: (actor: ShownActor, columns: number) => number;
}

/** Where lines and blocks stand, px. */
export interface Rows {
  readonly y: ReadonlyMap<ShownRelation, number>;
  readonly extents: ReadonlyMap<ShownActor, { readonly top: number; readonly bottom: number }>;
  readonly bottom: number;
}

/** Measures that are taken when first asked for. */
export function measuresOf({ actors, relations }: Shown, { width, pitch }: StacksRoom): Measures {
  const known = new Map<string, number>();
  const keep = (key: string, measure: () => number): number => {
    const value = known.get(key) ?? measure();
    known.set(key, value);
    return value;
  };
  return {
    taller: (relation, columns, span) =>
      keep(`${relation.id} ${columns} ${span}`, () => {
        const { block, step } = columnsIn(width, columns);
        const whole = { relation, left: 0, right: span, x1: block, x2: Math.floor(span * step) };
        const neighbours = relations.map((one) => ({ ...whole, relation: one, rightwards: false }));
        return Math.max(...[true, false].map((rightwards) => labelOf({ ...whole, rightwards }, neighbours).taller));
      }),
    nameHeight: (actor, columns) =>
      keep(`${actor.id} ${columns}`, () => {
        const { block } = columnsIn(width, columns);
        const { name, nameHeight } = nameOf(actor, block, areLarge(actors, block));
        const least = leastHeights.find(({ from }) => pitch >= from)?.height ?? 0;
        return Math.max(least, name.length * nameHeight + 16);
      }),
  };
}

/** Lines level and as near to each other as they may be, every block as high as its lines. Undefined where lines would cross. */
export function layRows(
  stacks: Stacks,
  { relations, groups }: Shown,
  { pitch }: StacksRoom,
  measures: Measures,
): Rows | undefined {
  const order = orderLanes(stacks, relations);
  if (order === undefined) return undefined;
  const [room, gaps] = pitch < close ? [insideClose, apartClose] : [inside, apart];
  const { columns, below } = stacks;
  const at = new Map(columns.flatMap((column, index) => column.map((actor) => [actor, index] as const)));
  const spans = relations.map((relation) => {
    const [from = 0, to = 0] = [at.get(relation.from), at.get(relation.to)];
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    return { relation, left, right, taller: measures.taller(relation, columns.length, right - left) };
  });
  const tallerOf = new Map(spans.map(({ relation, taller }) => [relation, taller]));
  const taller = (relation: ShownRelation): number => tallerOf.get(relation) ?? 0;
  const stood = columns.map((column, index) => ({
    above: spans.filter((one) => one.left < index && index < one.right && !below.has(one.relation)),
    below: spans.filter((one) => one.left < index && index < one.right && below.has(one.relation)),
    blocks: column.map((actor, row) => {
      const before = column[row - 1];
      const isApart = !isOneGroup(before, actor, groups);
      return {
        actor,
        own: relations.filter(({ from, to }) => from === actor || to === actor),
        opens: isApart && isFramed(actor, groups),
        closes: isApart && before !== undefined && isFramed(before, groups),
        name: measures.nameHeight(actor, columns.length),
      };
    }),
  }));
  // First lines of different gaps stand at one height, where there is room for that.
  const highest =
    pitch < close ? 0 : Math.max(0, ...order.flatMap(([first]) => (first === undefined ? [] : taller(first))));
  const y = new Map<ShownRelation, number>(
    relations.map((relation) => [relation, 30 + Math.max(highest, taller(relation))]),
  );
  const yOf = (relation: ShownRelation): number => y.get(relation) ?? 0;
  const extents = new Map<ShownActor, { top: number; bottom: number }>();
  let isMoved = true;
  const push = (relation: ShownRelation, least: number): void => {
    if (least <= yOf(relation) + 0.5) return;
    y.set(relation, least);
    isMoved = true;
  };
  for (let turn = 0; isMoved && turn < 60; turn++) {
    isMoved = false;
    for (const gap of order)
      gap.forEach((relation, index) => {
        const before = gap[index - 1];
        if (before !== undefined) push(relation, yOf(before) + pitch + taller(relation));
      });
    for (const column of stood) {
      const passed = Math.max(-Infinity, ...column.above.map(({ relation }) => yOf(relation)));
      let bottom = passed;
      for (const [row, { actor, own, opens, closes, name }] of column.blocks.entries()) {
        const gap = row === 0 ? gaps.passing : gaps.blocks + (closes ? gaps.frame : 0);
        let top = (bottom === -Infinity ? 0 : bottom + gap) + (opens ? gaps.frameName : 0);
        const lines = own.map(yOf);
        const middle = (name - Math.max(0, ...lines) + Math.min(Infinity, ...lines)) / 2;
        const under = (one: ShownRelation): number => Math.max(room.above + taller(one), middle);
        if (own.length > 0) top = Math.max(top, Math.min(...own.map((one) => yOf(one) - under(one))));
        for (const one of own) push(one, top + under(one));
        bottom = Math.max(top + name, ...own.map((one) => yOf(one) + room.below));
        const before = extents.get(actor);
        if (before?.top !== top || before.bottom !== bottom) isMoved = true;
        extents.set(actor, { top, bottom });
      }
      for (const one of column.below) push(one.relation, bottom + wordsOver + one.taller);
    }
  }
  const ends = [...extents].map(([actor, { bottom }]) => bottom + (isFramed(actor, groups) ? gaps.frame : 0));
  return { y, extents, bottom: Math.max(0, ...ends, ...[...y.values()].map((line) => line + 16)) };
}

/** Everything at its place, px. */
export function planStacks(
  { columns }: Stacks,
  { actors, relations, groups }: Shown,
  { width, pitch }: StacksRoom,
  { y, extents, bottom }: Rows,
): StacksPlan {
  const gaps = pitch < close ? apartClose : apart;
  const { block, step } = columnsIn(width, columns.length);
  const isLarge = areLarge(actors, block);
  const left = (column: number): number => Math.round(column * step);
  const spans = relations.map((relation) => spanOf(relation, columns, left, block));
  const direct = spans.filter((span) => span.right - span.left === 1);
  const lanes = spans.map((span): Lane => {
    const line = y.get(span.relation) ?? 0;
    return { ...span, y: line, label: labelOf(span, direct).above(line) };
  });
  const blocks = columns.flatMap((column, index) =>
    column.map((actor): Block => {
      const { top, bottom } = extents.get(actor) ?? { top: 0, bottom: 0 };
      return { actor, ...nameOf(actor, block, isLarge), x: left(index), width: block, top, bottom };
    }),
  );
  const frames = groups.map(({ name, members }): Frame => {
    const own = blocks.filter(({ actor }) => members.includes(actor));
    const [x, right] = [Math.min(...own.map((one) => one.x)), Math.max(...own.map((one) => one.x + one.width))];
    return {
      name,
      step: Math.max(...members.map((member) => member.step)),
      x: x - gaps.frame,
      width: right - x + 2 * gaps.frame,
      top: Math.min(...own.map(({ top }) => top)) - gaps.frameName,
      bottom: Math.max(...own.map(({ bottom }) => bottom)) + gaps.frame,
    };
  });
  return { blocks, lanes, frames, bottom };
}

/** px: how wide blocks are, and from column to column. */
function columnsIn(width: number, columns: number): { readonly block: number; readonly step: number } {
  const block = columns > 3 || (width < 1000 && columns > 2) ? 128 : 160;
  return { block, step: columns > 1 ? (width - block) / (columns - 1) : 0 };
}

function isFramed(actor: ShownActor, groups: Shown['groups']): boolean {
  return groups.some(({ members }) => members.includes(actor));
}

function isOneGroup(one: ShownActor | undefined, other: ShownActor, groups: Shown['groups']): boolean {
  return one !== undefined && groups.some(({ members }) => members.includes(one) && members.includes(other));
}

function spanOf(
  relation: ShownRelation,
  columns: Stacks['columns'],
  leftOf: (column: number) => number,
  columnWidth: number,
): Span {
  const from = columns.findIndex((column) => column.includes(relation.from));
  const to = columns.findIndex((column) => column.includes(relation.to));
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return { relation, left, right, x1: leftOf(left) + columnWidth, x2: leftOf(right), rightwards: from < to };
}

/**
 * In the headings' face; in that of labels where it takes more than two lines, or where not all names of one word have room in the
 * headings'.
 */
function nameOf(actor: ShownActor, width: number, isLarge: boolean): Pick<Block, 'name' | 'nameHeight'> {
  const room = width - 12;
  const large = wordsOf(actor.name, 'name', 30);
  const fits = isLarge && hasRoom(actor, width) && wrapText(large, room).length <= 2;
  return {
    name: wrapText(fits ? large : wordsOf(actor.name, 'strong', 22), room),
    nameHeight: fits ? 36 : 28,
  };
}

function hasRoom({ name }: ShownActor, width: number): boolean {
  return wordsOf(name, 'name', 30).every((word) => lineWidth(word) <= width - 12);
}

function areLarge(actors: readonly ShownActor[], width: number): boolean {
  return actors.every((actor) => actor.name.includes(' ') || hasRoom(actor, width));
}
