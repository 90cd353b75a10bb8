import { hueOf, hues } from '../../model.js';
import { cellSign } from '../cell-sign.js';
import { markRows } from '../marked-rows.js';
import { alignAtPoint, isAligned, numberColumns } from '../number-columns.js';
import { setNumberTable } from '../number-table.js';
import { columnCount, type PlacedCell, type PlacedRow, placeCells } from '../placed-cells.js';
import type { Pass } from '../slide-tree.js';
import {
  addClass,
  append,
  attribute,
  childElements,
  classes,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  type Node,
  remove,
  setAttribute,
  text,
  textContent,
  titleText,
} from '../tree.js';

/** The twelve columns of the stage's grid, in px: a column of 64 and a gutter of 32. */
const grid = { columns: 12, pitch: 96, gutter: 32 };
/** "≈ 1 200 km²", "2022–23", but no list of years. */
const measure = /^[<>≈~±+−–-]?\s*\d+(?:[.,\s]\d+)*\s?\S{0,4}$/;

/**
 * Sets tables: the first column holds row heads where its own head is empty, and on our table slides; a sign at the start of a
 * cell hangs in a slot of its own; words about absence are a cell's only italics; a number stays with its unit; a hue in the
 * head is its column's; numbers of a column stand point below point. On a table slide the columns start on the grid's lines, as wide
 * as their words need, or have the pitch of a table of numbers.
 */
export const setTables: Pass = ({ section, slide }, { deck }) => {
  const isOwn = deck.settings.usesOwnTheme && slide.slide.layout === 'table';
  for (const table of elements(section, 'table')) {
    const rows = placeCells(elements(table, 'tr'));
    const width = columnCount(rows);
    const head = rows.filter(({ isHead }) => isHead);
    const body = rows.filter(({ isHead }) => !isHead);
    const corner = head[0]?.cells[0]?.cell;
    if (isOwn || (corner !== undefined && textContent(corner).trim() === ''))
      for (const { cells } of body) for (const { cell, column } of cells) if (column === 0) rowHead(cell);
    for (const { cells } of body) for (const { cell } of cells) setCell(cell);
    alignAbsent(body.flatMap(({ cells }) => cells));
    for (const { cell, column, span } of head.flatMap(({ cells }) => cells)) {
      const names = elements(cell).flatMap(classes);
      const [hue] = names.flatMap((name) => (isHue(name, deck.settings.usesOwnTheme) ? (hueOf(name) ?? []) : []));
      if (hue === undefined) continue;
      for (const other of rows.flatMap(({ cells }) => cells))
        if (other.column >= column && other.column < column + span) addClass(other.cell, 'of-hue', `of-${hue}`);
    }
    if (deck.settings.usesOwnTheme) markRows(rows, deck.relations);
    if (deck.settings.usesOwnTheme && setNumbers(table, rows, width, slide.slide.layout === 'table')) continue;
    if (slide.slide.layout === 'table' && width >= 2 && width <= 6) setWidths(table, width, rows);
  }
};

/** In a deck that is not written for our theme a class `red` is its author's own. */
function isHue(name: string, isOwn: boolean): boolean {
  return isOwn || !hues.some((hue) => hue === name);
}

function rowHead(cell: Element): void {
  cell.tagName = 'th';
  cell.nodeName = 'th';
  setAttribute(cell, 'scope', 'row');
  const position = cell.childNodes.findIndex((node) => node.nodeName === 'br');
  if (position < 0) return;
  const below = create('span', { class: 'below' });
  const after = cell.childNodes.slice(position + 1);
  remove(cell.childNodes[position] as Node);
  append(below, ...after);
  append(cell, below);
}

function setCell(cell: Element): void {
  const [first, ...others] = cell.childNodes;
  if (first === undefined) return;
  if (measure.test(textContent(cell).trim())) addClass(cell, 'unbroken');
  if (first.nodeName === 'em' && others.every((node) => textContent(node).trim() === '')) addClass(cell, 'absent');
  if (!('value' in first)) return;
  const found = cellSign(first.value);
  if (found === undefined) return;
  const { sign, name, rest } = found;
  first.value = rest;
  const written = name === 'cross' || name === 'dash' ? [text(sign)] : [];
  insertBefore(create('span', { class: `sign ${name}`, 'aria-hidden': 'true' }, ...written), first);
}

/** Words about absence stand below the words of their column where signs stand before these. */
function alignAbsent(cells: readonly PlacedCell[]): void {
  const signed = new Set(
    cells.filter(({ cell }) => elements(cell).some((one) => hasClass(one, 'sign'))).map(({ column }) => column),
  );
  for (const { cell, column } of cells)
    if (signed.has(column) && hasClass(cell, 'absent')) addClass(cell, 'beside-signs');
}

/** Numbers stand point below point. Says whether the table's widths are set with that. */
function setNumbers(table: Element, rows: readonly PlacedRow[], width: number, onStage: boolean): boolean {
  const columns = numberColumns(rows, width);
  const behind = columns.filter(({ column }) => column > 0);
  const isNumbers = width >= 2 && behind.length === width - 1 && rows.some(({ isHead }) => isHead);
  const ownWidths = elements(table, 'col').length > 0 || attribute(table, 'style') !== undefined;
  if (isNumbers) return setNumberTable(table, rows, behind, onStage && !ownWidths);
  for (const one of columns.filter((column) => !isAligned(column))) alignAtPoint(one, false);
  return false;
}

/** In letters of the cell's own size; what stands below a row head is set smaller. */
function longestLine(cell: Element): number {
  const below = elements(cell, 'span').find((element) => hasClass(element, 'below'));
  const small = below === undefined ? 0 : titleText(below).length;
  return Math.max(titleText(cell).length - small, small * 0.8);
}

function setWidths(table: Element, width: number, rows: readonly PlacedRow[]): void {
  if (elements(table, 'col').length > 0 || attribute(table, 'style') !== undefined) return;
  const single = rows.flatMap(({ cells }) => cells).filter(({ span }) => span === 1);
  const needs = Array.from({ length: width }, (_, column) =>
    Math.min(40, Math.max(8, ...single.filter((one) => one.column === column).map(({ cell }) => longestLine(cell)))),
  );
  const total = needs.reduce((sum, need) => sum + need, 0);
  const pitches = needs.map((need) => Math.max(2, Math.round((need / total) * grid.columns)));
  const last = grid.columns - pitches.slice(0, -1).reduce((sum, pitch) => sum + pitch, 0);
  if (last < 2) return;
  const columns = pitches.map((pitch, index) => {
    const width = index === pitches.length - 1 ? last * grid.pitch - grid.gutter : pitch * grid.pitch;
    return create('col', { style: `width:${width}px` });
  });
  const group = create('colgroup', {}, ...columns);
  const first = childElements(table).find(({ tagName }) => tagName !== 'caption');
  if (first !== undefined) insertBefore(group, first);
  addClass(table, 'gridded');
}
