import type { SceneRow, SceneShape, SceneSlide, SceneTable } from '../../model.js';
import { rowsBetween } from './rows-between.js';

/** Nothing of a slide's body stands below this, px: `--y-foot` less the gap above it. */
const bodyEnd = 640;
/** Where a slide without a heading begins, px: `--y-head`. */
const bodyStart = 88;

/**
 * A slide as the slides that it takes: a table that is taller than its slide goes on on the next one, its head row first, and what stands
 * below it comes behind its last row. Each has the heading with "(2/5)" behind it, the running head, the foot and the number. One slide alone,
 * as it is, where no table is too tall.
 */
export function continuedSlides(slide: SceneSlide): readonly SceneSlide[] {
  const slides = dividedAt(slide);
  if (slides.length === 1) return [slide];
  return slides.map((one, index) => ({
    ...one,
    ...(index === 0 ? {} : { id: `${slide.id}/${index + 1}`, evidence: [] }),
    shapes: one.shapes.map((shape) => counted(shape, ` (${index + 1}/${slides.length})`)),
  }));
}

/** Divides at the first table that is too tall, then what is left on the last slide. */
function dividedAt(slide: SceneSlide): readonly SceneSlide[] {
  const { shapes } = slide;
  const frame = frameOf(shapes);
  const content = shapes.filter((shape) => !frame.has(shape));
  const top = Math.min(...content.map(({ box }) => box.y).filter((y) => y >= headEnd(shapes)));
  for (const table of content) {
    if (table.kind !== 'table' || end(table) <= bodyEnd) continue;
    const parts = partsOf(table, top, content[0] !== table);
    if (parts.length === 1) continue;
    const pages = parts.map((part, index) => ({
      ...slide,
      shapes: shapes.flatMap((shape) => {
        if (shape === table) return part.rows === 0 ? [] : [part.table];
        if (frame.has(shape)) return [shape];
        const place = placeOf(shape, table, parts);
        return place.part === index ? [movedDown(shape, place.by)] : [];
      }),
    }));
    return pages.flatMap((page, index) => (index === pages.length - 1 ? withRoom(page, frame, top) : [page]));
  }
  return [slide];
}

/** The last slide of a table. What stands below it and has no room there comes on one more. */
function withRoom(slide: SceneSlide, frame: ReadonlySet<SceneShape>, top: number): readonly SceneSlide[] {
  const table = slide.shapes.findIndex(({ kind }) => kind === 'table');
  const late = slide.shapes.slice(table + 1).filter((shape) => !frame.has(shape));
  const first = late.findIndex((shape) => end(shape) > bodyEnd);
  if (first < 0) return [slide];
  const [lowest = top] = late.slice(first).map(({ box }) => box.y);
  const moved = new Set(late.filter(({ box }) => box.y >= lowest));
  const shapes = slide.shapes.filter((shape) => frame.has(shape) || moved.has(shape));
  const next = { ...slide, shapes: shapes.map((one) => (moved.has(one) ? movedDown(one, top - lowest) : one)) };
  return [{ ...slide, shapes: slide.shapes.filter((shape) => !moved.has(shape)) }, ...dividedAt(next)];
}

/** A part of a table on a slide of its own. */
interface TablePart {
  /** Its first row among those of the whole that are no head, and how many it has. */
  readonly from: number;
  readonly rows: number;
  readonly table: SceneTable;
}

/** A row that is taller than a slide has one for itself. The first part may be empty, where other things stand above the table. */
function partsOf(table: SceneTable, top: number, isBehind: boolean): readonly TablePart[] {
  const head = table.rows.filter(({ isHead }) => isHead);
  const body = table.rows.filter(({ isHead }) => !isHead);
  const parts: TablePart[] = [];
  for (let from = 0; from < body.length; ) {
    const y = parts.length === 0 ? table.box.y : top;
    const most = bodyEnd - y - heightOf(head);
    let rows = 0;
    while (from + rows < body.length && heightOf(body.slice(from, from + rows + 1)) <= most) rows += 1;
    if (rows === 0 && !(parts.length === 0 && isBehind && y > top)) rows = 1;
    const shown = [...head, ...rowsBetween(body, from, from + rows)];
    const { step, ...still } = table;
    const appears = step === undefined || parts.length > 0 ? {} : { step };
    const box = { ...table.box, y, height: heightOf(shown) };
    parts.push({ from, rows, table: { ...still, ...appears, box, rows: shown } });
    from += rows;
  }
  return parts;
}

/** On which part's slide a shape stands, and how far it moves: with its row where it stands in one, behind the last row where it is below. */
function placeOf(
  shape: SceneShape,
  table: SceneTable,
  parts: readonly TablePart[],
): { readonly part: number; readonly by: number } {
  const last = parts[parts.length - 1];
  if (last === undefined) return { part: 0, by: 0 };
  if (shape.box.y >= end(table) - 1) return { part: parts.length - 1, by: end(last.table) - end(table) };
  const middle = shape.box.y + shape.box.height / 2;
  const head = heightOf(table.rows.filter(({ isHead }) => isHead));
  const body = table.rows.filter(({ isHead }) => !isHead);
  const startOf = (row: number): number => table.box.y + head + heightOf(body.slice(0, row));
  const isBeside = shape.box.x >= table.box.x + table.box.width || shape.box.x + shape.box.width <= table.box.x;
  if (middle < startOf(0) || (isBeside && end(shape) <= bodyEnd)) return { part: 0, by: 0 };
  const part = parts.findLastIndex(({ from, rows }) => rows > 0 && middle >= startOf(from));
  const found = parts[part];
  if (found === undefined) return { part: 0, by: 0 };
  return { part, by: found.table.box.y + head - startOf(found.from) };
}

/** What every slide of a table has: its heading with what stands beside and above it, its foot, its number. */
function frameOf(shapes: readonly SceneShape[]): ReadonlySet<SceneShape> {
  const start = headEnd(shapes);
  const isFrame = (shape: SceneShape): boolean =>
    (shape.kind === 'text' && ['title', 'foot', 'number'].includes(shape.role)) || end(shape) <= start;
  return new Set(shapes.filter(isFrame));
}

function headEnd(shapes: readonly SceneShape[]): number {
  const title = shapes.find((shape) => shape.kind === 'text' && shape.role === 'title');
  return title === undefined ? bodyStart : end(title);
}

function end({ box }: SceneShape): number {
  return box.y + box.height;
}

function heightOf(rows: readonly SceneRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

function movedDown(shape: SceneShape, by: number): SceneShape {
  const box = { ...shape.box, y: shape.box.y + by };
  if (shape.kind !== 'connector') return { ...shape, box };
  const [start, last] = [shape.start, shape.end].map(({ x, y }) => ({ x, y: y + by }));
  return { ...shape, box, start: start ?? shape.start, end: last ?? shape.end };
}

/** Writes behind the heading which of the slides it is. */
function counted(shape: SceneShape, count: string): SceneShape {
  if (shape.kind !== 'text' || shape.role !== 'title') return shape;
  const last = shape.paragraphs.at(-1);
  const style = last?.runs.at(-1)?.style;
  if (last === undefined || style === undefined) return shape;
  const runs = [...last.runs, { kind: 'words', text: count, style } as const];
  return { ...shape, paragraphs: [...shape.paragraphs.slice(0, -1), { ...last, runs }] };
}
