import { textWidth } from '../relations/text-width.js';
import { alignAtPoint, type NumberColumn, shownText } from './number-columns.js';
import type { PlacedRow } from './placed-cells.js';
import {
  addClass,
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  remove,
  text,
  textContent,
  titleText,
} from './tree.js';

/** px of the stage: columns 1 to 8, where notes stand in 9 to 12, and all twelve. */
const widths = { besideNotes: 736, whole: 1120 };
/** px: columns 1 to 3 for the names of rows; a number column is as wide as its widest, but no narrower than a column of the grid. */
const row = { name: 256, least: 128 };
const column = { pitch: 96, gap: 20 };
/** px that a mark in the margin takes behind the last number. */
const markRoom = 96;
/** px; the theme's sheet has the same. */
const sizes = { cell: 26, head: 22, absent: 20 };

/**
 * Sets a table whose columns, but for the first, hold numbers: one pitch a number column, beside the names of its rows; a unit in its
 * head's corner is no head, and a second line, or what stands in brackets, below a head is the column's unit. Says whether there is room
 * for that; where there is none the table is as wide as its words need.
 */
export function setNumberTable(
  table: Element,
  rows: readonly PlacedRow[],
  columns: readonly NumberColumn[],
  onStage: boolean,
): boolean {
  addClass(table, 'of-numbers');
  for (const one of columns) alignAtPoint(one, true);
  for (const { cells } of rows.filter(({ isHead }) => isHead))
    for (const { cell, column } of cells) {
      if (column > 0) setUnitBelow(cell);
      else if (textContent(cell).trim() !== '') addClass(cell, 'corner');
    }
  if (!onStage) return false;
  const notes = notesBeside(table);
  const isCited = rows.some(({ row }) => elements(row, 'span').some((one) => hasClass(one, 'cite')));
  const most = (notes === undefined ? widths.whole : widths.besideNotes) - (isCited ? markRoom : 0);
  const pitch = pitchOf(rows, columns);
  const room = most - columns.length * pitch;
  if (room < row.least) return false;
  const names = Math.min(room, Math.max(row.name, nameWidth(rows)));
  const last = pitch + (isCited ? markRoom : 0);
  const cols = [names, ...columns.map((_, index) => (index === columns.length - 1 ? last : pitch))];
  const group = create('colgroup', {}, ...cols.map((width) => create('col', { style: `width:${width}px` })));
  const first = childElements(table).find(({ tagName }) => tagName !== 'caption');
  if (first !== undefined) insertBefore(group, first);
  addClass(table, 'gridded');
  if (notes !== undefined) addClass(table, 'with-notes');
  return true;
}

/** "Ships<br>thousand" and "Ships (thousand)": the unit stands below, in smaller letters. */
function setUnitBelow(cell: Element): void {
  const at = cell.childNodes.findIndex(({ nodeName }) => nodeName === 'br');
  const last = cell.childNodes.at(-1);
  if (at > 0) {
    const [line, ...after] = cell.childNodes.slice(at);
    if (line !== undefined) remove(line);
    append(cell, create('span', { class: 'below' }));
    const below = cell.childNodes.at(-1);
    if (below !== undefined && isElement(below)) append(below, ...after);
  } else if (last !== undefined && 'value' in last) {
    const [, words, unit] = /^(.*\S)\s+(\([^()]{1,24}\))\s*$/s.exec(last.value) ?? [];
    if (words === undefined || unit === undefined) return;
    last.value = `${words} `;
    append(cell, create('span', { class: 'below' }, text(unit)));
  }
}

/** A list right behind the table, with nothing else on the slide, stands beside it. */
function notesBeside(table: Element): Element | undefined {
  const siblings = (table.parentNode?.childNodes ?? []).filter((node) => isElement(node));
  const [before, next, ...after] = [
    siblings[siblings.indexOf(table) - 1],
    ...siblings.slice(siblings.indexOf(table) + 1),
  ];
  const isHeading = before === undefined || /^h[1-6]$/.test(before.nodeName);
  const isLast = after.every((node) => isElement(node) && (node.tagName === 'aside' || hasClass(node, 'footnotes')));
  return isHeading && isLast && next !== undefined && isElement(next) && next.tagName === 'ul' ? next : undefined;
}

function pitchOf(rows: readonly PlacedRow[], columns: readonly NumberColumn[]): number {
  const needs = rows.flatMap(({ cells, isHead }) =>
    cells
      .filter((one) => one.span === 1 && columns.some(({ column }) => column === one.column))
      .map(({ cell }) => (isHead ? longestWord(cell) : cellWidth(cell))),
  );
  return Math.max(column.pitch, Math.ceil((Math.max(0, ...needs) + column.gap) / 8) * 8);
}

function cellWidth(cell: Element): number {
  const text = shownText(cell).trim() + (attribute(cell, 'data-behind') ?? '');
  const isAbsent = hasClass(cell, 'absent');
  return textWidth({ text, face: isAbsent ? 'remark' : 'strong', size: isAbsent ? sizes.absent : sizes.cell });
}

/** A head may break into lines. */
function longestWord(cell: Element): number {
  const words = titleText(cell).split(/\s+/);
  return Math.max(0, ...words.map((word) => textWidth({ text: word, face: 'strong', size: sizes.head })));
}

function nameWidth(rows: readonly PlacedRow[]): number {
  const names = rows.flatMap(({ cells }) => cells.filter(({ column, span }) => column === 0 && span === 1));
  const widest = Math.max(
    0,
    ...names.map(({ cell }) => textWidth({ text: titleText(cell), face: 'strong', size: sizes.cell })),
  );
  return Math.ceil((widest + 24) / 8) * 8;
}
