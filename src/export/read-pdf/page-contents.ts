import { OPS, type PDFDocumentProxy, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, PdfContent, PdfReading } from '../../model.js';

/** What the pages of a PDF show, by the marks that the structure tree names it with. */
export interface PageContents {
  /** By page and number of the mark, as `markKey` has it. */
  readonly marked: ReadonlyMap<string, PdfContent>;
  readonly unmarked: PdfReading['unmarked'];
}

export function markKey(page: number, mark: number): string {
  return `${page} ${mark}`;
}

/** Reads every page. Text comes out as a reader selects it, so that broken lines are one text again. */
export async function pageContents(document: PDFDocumentProxy): Promise<PageContents> {
  const marked = new Map<string, PdfContent>();
  const unmarked: { readonly page: number; readonly text: string }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const found = new Map<Owner, Found>();
    await readText(page, found);
    await readDrawn(page, found);
    for (const [owner, { text, boxes, images, shapes }] of found) {
      const words = text.replace(/\s+/g, ' ').trim();
      if (owner === 'artifact') continue;
      if (owner === 'nothing') {
        if (words !== '' || images + shapes > 0) unmarked.push({ page: number, text: words });
        continue;
      }
      const box = around(boxes);
      const content = { kind: 'content', page: number, text, images, shapes } as const;
      marked.set(markKey(number, owner), box === undefined ? content : { ...content, box });
    }
    page.cleanup();
  }
  return { marked, unmarked };
}

/** The number of the mark something stands in, or that it is decoration, or in no mark at all. */
type Owner = number | 'artifact' | 'nothing';

interface Found {
  text: string;
  readonly boxes: Box[];
  images: number;
  shapes: number;
}

function foundBy(owner: Owner, found: Map<Owner, Found>): Found {
  const known = found.get(owner);
  if (known !== undefined) return known;
  const made = { text: '', boxes: [], images: 0, shapes: 0 };
  found.set(owner, made);
  return made;
}

async function readText(page: PDFPageProxy, found: Map<Owner, Found>): Promise<void> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const [, , , height = 0] = page.view;
  const owners: Owner[] = [];
  for (const item of items) {
    if ('str' in item) {
      const own = foundBy(owners.at(-1) ?? 'nothing', found);
      own.text += item.str + (item.hasEOL ? ' ' : '');
      const [, , , , x = 0, y = 0] = item.transform as readonly number[];
      if (item.str.trim() !== '')
        own.boxes.push({ x, y: height - y - item.height, width: item.width, height: item.height });
    } else if (item.type === 'endMarkedContent') owners.pop();
    else owners.push(ownerOf(tagOf(item), /_mc(\d+)$/.exec(item.id ?? '')?.[1], owners.at(-1)));
  }
}

/** pdf.js gives it, its types do not. */
function tagOf(mark: object): string {
  return 'tag' in mark ? String(mark.tag) : '';
}

/** A mark without a number means what is around it, but for artifacts. */
function ownerOf(tag: string, mark: string | number | undefined, around: Owner = 'nothing'): Owner {
  if (mark !== undefined) return Number(mark);
  return tag === 'Artifact' ? 'artifact' : around;
}

/** A mark without properties comes as the name object itself. */
function nameOf(tag: unknown): string {
  return typeof tag === 'object' && tag !== null && 'name' in tag ? String(tag.name) : String(tag);
}

const imageOperators: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
]);
type Matrix = [number, number, number, number, number, number];

/** Pictures and shapes, with where they stand. */
async function readDrawn(page: PDFPageProxy, found: Map<Owner, Found>): Promise<void> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const [, , , height = 0] = page.view;
  const owners: Owner[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const add = (kind: 'images' | 'shapes', corners: readonly [number, number, number, number]): void => {
    const own = foundBy(owners.at(-1) ?? 'nothing', found);
    own[kind] += 1;
    const [left, bottom, right, top] = placed(corners, matrix);
    own.boxes.push({ x: left, y: height - top, width: right - left, height: top - bottom });
  };
  fnArray.forEach((operator, index) => {
    const args: readonly unknown[] = argsArray[index] ?? [];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = Util.transform(matrix, args as Matrix) as Matrix;
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args[0])) matrix = Util.transform(matrix, args[0]) as Matrix;
    } else if (operator === OPS.beginMarkedContent) owners.push(ownerOf(nameOf(args[0]), undefined, owners.at(-1)));
    else if (operator === OPS.beginMarkedContentProps) {
      const mark = typeof args[1] === 'number' ? args[1] : undefined;
      owners.push(ownerOf(String(args[0]), mark, owners.at(-1)));
    } else if (operator === OPS.endMarkedContent) owners.pop();
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath) add('shapes', cornersOf(args[2]));
    else if (imageOperators.has(operator)) add('images', [0, 0, 1, 1]);
  });
}

function cornersOf(extent: unknown): readonly [number, number, number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = extent instanceof Float32Array ? extent : [];
  return [left, bottom, right, top];
}

function placed(
  [left, bottom, right, top]: readonly [number, number, number, number],
  [a, b, c, d, e, f]: Matrix,
): readonly [number, number, number, number] {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
