import { labelOf, type PlacedLine } from './lane-label.js';
import type { Shown, ShownActor, ShownRelation } from './shown.js';
import type { TextRun } from './text-width.js';
import { lineWidth, wordsOf, wrapText } from './wrap-text.js';

/** The place a figure has on a slide, px. */
export const figureWidth = 1120;
export const figureHeight = 424;

/** An actor's column; its name stands in its middle, in lines `nameHeight` px apart. */
export interface Block {
  readonly actor: ShownActor;
  readonly name: readonly (readonly TextRun[])[];
  readonly nameHeight: number;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** A relation between two columns, by their places in the row; `x1` and `x2` are the edges of their blocks that face each other. */
export interface Span {
  readonly relation: ShownRelation;
  readonly left: number;
  readonly right: number;
  readonly x1: number;
  readonly x2: number;
  readonly rightwards: boolean;
}

/** A relation's line and the words above it. */
export interface Lane extends Span {
  readonly y: number;
  readonly label: readonly PlacedLine[];
}

export interface LanesPlan {
  readonly blocks: readonly Block[];
  /** Lines that run above the blocks between their ends, then those between neighbours. */
  readonly lanes: readonly Lane[];
  readonly bottom: number;
}

/**
 * Where everything stands when lines are `pitch` px apart: a column an actor, a line a relation. Lines between neighbours share rows; a
 * line between others runs above the blocks between them, which begin the lower for it. 8 px above the blocks are left free.
 */
export function planLanes({ actors, relations }: Shown, pitch: number): LanesPlan {
  const columns = columnsOf(actors);
  const spans = relations.map((relation) => spanOf(relation, columns));
  const wide = spans
    .filter(({ left, right }) => right - left > 1)
    .sort((a, b) => b.right - b.left - (a.right - a.left));
  const narrow = spans.filter(({ left, right }) => right - left === 1);

  const lanes: Lane[] = [];
  let y = 60 - pitch;
  for (const span of wide) {
    const label = labelOf(span, []);
    y += pitch + label.taller;
    lanes.push({ ...span, y, label: label.above(y) });
  }
  const tops = columns.map((_, column) => {
    const passing = lanes.filter(({ left, right }) => left < column && column < right).map((lane) => lane.y);
    return passing.length === 0 ? 8 : Math.max(...passing) + Math.min(52, pitch - 24);
  });
  y = wide.length === 0 ? 56 - pitch : y + 24;
  for (const row of rowsOf(narrow)) {
    const labels = row.map((span) => labelOf(span, narrow));
    y += pitch + Math.max(...labels.map(({ taller }) => taller));
    for (const [index, span] of row.entries()) lanes.push({ ...span, y, label: labels[index]?.above(y) ?? [] });
  }
  const names = columns.map(({ name, nameHeight }, index) => (tops[index] ?? 8) + name.length * nameHeight);
  const bottom = Math.max(y, ...names) + 24;
  const blocks = columns.map((column, index) => ({ ...column, top: tops[index] ?? 8, bottom }));
  return { blocks, lanes, bottom };
}

/** Two relations whose lines would cut each other's block; possible only with four actors. */
export function crossing({ lanes }: LanesPlan): readonly [Lane, Lane] | undefined {
  for (const one of lanes) {
    const other = lanes.find(
      ({ left, right }) => one.left < left && left < one.right && one.right < right && right - left > 1,
    );
    if (other !== undefined && one.right - one.left > 1) return [one, other];
  }
  return undefined;
}

type Column = Omit<Block, 'top' | 'bottom'>;

/**
 * Blocks are 160 wide, or 128 where four leave little room between them; the outer ones stand at the edges of the figure. All names are in
 * the headings' face, or all in the labels' where a word of one would not fit.
 */
function columnsOf(actors: readonly ShownActor[]): readonly Column[] {
  const width = actors.length > 3 ? 128 : 160;
  const pitch = (figureWidth - width) / Math.max(1, actors.length - 1);
  const room = width - 12;
  const fits = actors.every(({ name }) => wordsOf(name, 'name', 30).every((word) => lineWidth(word) <= room));
  return actors.map((actor, index) => ({
    actor,
    name: wrapText(fits ? wordsOf(actor.name, 'name', 30) : wordsOf(actor.name, 'strong', 22), room),
    nameHeight: fits ? 36 : 28,
    x: Math.round(index * pitch),
    width,
  }));
}

function spanOf(relation: ShownRelation, columns: readonly Column[]): Span {
  const from = columns.findIndex(({ actor }) => actor === relation.from);
  const to = columns.findIndex(({ actor }) => actor === relation.to);
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const first = columns[left];
  const x1 = (first?.x ?? 0) + (first?.width ?? 0);
  return { relation, left, right, x1, x2: columns[right]?.x ?? figureWidth, rightwards: from < to };
}

/** The nth line of every gap stands in the nth row. */
function rowsOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const placed = spans.map((span) => {
    const gap = spans.filter(({ left }) => left === span.left);
    return { span, row: gap.indexOf(span) };
  });
  const count = Math.max(0, ...placed.map(({ row }) => row + 1));
  return Array.from({ length: count }, (_, index) => placed.filter(({ row }) => row === index).map(({ span }) => span));
}
