import type { DrawnFace } from '../model/brand.js';
import type { Layout } from '../model.js';
import { attribute, childElements, closest, type Element, elements, hasClass } from './tree.js';

/** Where some text stands on the stage: how wide a line of it may be and how large it is set, px. */
export interface TextBox {
  readonly width: number;
  readonly size: number;
  readonly face: DrawnFace;
}

/** Layouts with a large heading: its size and width on the stage in px, the lines beside which the rest finds room, its size when it is long. */
export const largeHeadings: Readonly<
  Partial<
    Record<Layout, { readonly size: number; readonly width: number; readonly lines: number; readonly small: number }>
  >
> = {
  title: { size: 96, width: 1130, lines: 3, small: 68 },
  section: { size: 68, width: 832, lines: 2, small: 48 },
  statement: { size: 80, width: 1056, lines: 4, small: 68 },
  question: { size: 68, width: 1024, lines: 2, small: 68 },
};

/** px of the stage; `tokens.css` has the same. */
const stage = { width: 1120, gutter: 32, marks: 96 };

/**
 * The box of a block's text, as the theme has it; a table's columns count as equal. On paper lines hold about as many letters. A style
 * of the author's may say otherwise: what is found here only says where words may break, never that they do.
 */
export function boxOfText(block: Element): TextBox {
  const head = closest(block, (one) => hasClass(one, 'head'));
  if (head !== undefined) return boxOfHeading(block);
  const cell = [block, closest(block, isCell)].find((one) => one !== undefined && isCell(one));
  if (cell !== undefined) return boxOfCell(cell);
  if (closest(block, (one) => hasClass(one, 'foot')) !== undefined)
    return { width: stage.width - 24, size: 18, face: 'label' };
  const quotation = [block, closest(block, isQuotation)].find((one) => one !== undefined && isQuotation(one));
  const size = quotation === undefined ? 28 : layoutOf(block) === 'quote' ? 48 : 36;
  const indent = quotation === undefined ? 0 : stage.marks;
  return { width: roomOf(block) - stage.marks - indent, size, face: 'label' };
}

function boxOfHeading(heading: Element): TextBox {
  const large = largeHeadings[layoutOf(heading) as Layout];
  if (large === undefined) return { width: 1024, size: 42, face: 'name' };
  return { width: large.width, size: hasClass(heading, 'long') ? large.small : large.size, face: 'name' };
}

function boxOfCell(cell: Element): TextBox {
  const table = closest(cell, ({ tagName }) => tagName === 'table');
  const rows = table === undefined ? [] : elements(table, 'tr');
  const columns = Math.max(1, ...rows.map((row) => childElements(row).length));
  return { width: roomOf(cell) / columns - 24, size: 28, face: cell.tagName === 'th' ? 'strong' : 'label' };
}

/** How wide the part of the stage is that an element stands in. */
function roomOf(element: Element): number {
  const column = closest(element, (one) => hasClass(one, 'column'));
  const all = column?.parentNode;
  const count = all !== null && all !== undefined && 'tagName' in all ? childElements(all).length : 1;
  if (count > 1) return (stage.width - stage.gutter * (count - 1)) / count;
  if (layoutOf(element) === 'statement') return (stage.width - stage.gutter) / 2;
  return closest(element, isBesideFigure) === undefined ? stage.width : 352 + stage.marks / 2;
}

function isBesideFigure({ tagName, parentNode: body }: Element): boolean {
  if (!['ul', 'ol'].includes(tagName) || body === null || !('tagName' in body) || !hasClass(body, 'body')) return false;
  return childElements(body).some((one) => one.tagName === 'figure' || hasClass(one, 'picture'));
}

function layoutOf(element: Element): string | undefined {
  const section = closest(element, (one) => attribute(one, 'data-layout') !== undefined);
  return section === undefined ? undefined : attribute(section, 'data-layout');
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

function isQuotation({ tagName }: Element): boolean {
  return tagName === 'blockquote';
}
