import { type CellNumber, readColumn, withMinus } from './cell-number.js';
import type { PlacedCell, PlacedRow } from './placed-cells.js';
import { addClass, attribute, type Element, elements, hasClass, isElement, setAttribute, textContent } from './tree.js';

/** A column of numbers; `numbers` by cell, those of words about absence left out. */
export interface NumberColumn {
  readonly column: number;
  readonly cells: readonly PlacedCell[];
  readonly numbers: ReadonlyMap<Element, CellNumber>;
}

/** A sign, or a few words without a digit, such as "n/a". */
const absence = /^\D{0,12}$/u;

/** The columns whose cells hold numbers, or say that there is none. */
export function numberColumns(rows: readonly PlacedRow[], width: number): readonly NumberColumn[] {
  const body = rows.filter(({ isHead }) => !isHead).flatMap(({ cells }) => cells);
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const cells = body.filter((one) => one.column === column && one.span === 1);
    const read = readColumn(cells.map(({ cell }) => shownText(cell)));
    const numbers = new Map(cells.flatMap(({ cell }, index) => (read[index] ? [[cell, read[index]] as const] : [])));
    const rest = cells.filter(({ cell }) => !numbers.has(cell));
    const isOfNumbers = numbers.size > 0 && numbers.size >= rest.length && rest.every(({ cell }) => isAbsent(cell));
    return isOfNumbers ? [{ column, cells, numbers }] : [];
  });
}

/**
 * Lets the numbers of a column stand point below point, by digits that nobody sees: behind the numbers where the column ends flush, else
 * before them, since words beside it begin flush.
 */
export function alignAtPoint({ cells, numbers }: NumberColumn, isFlushRight: boolean): void {
  for (const { cell } of cells) if (numbers.has(cell)) setMinus(cell);
  const all = [...numbers.values()];
  const longest = (part: (number: CellNumber) => string): string =>
    all.map(part).reduce((a, b) => (b.length > a.length ? b : a), '');
  const [whole, decimals, unit] = [
    longest((one) => one.whole),
    longest((one) => one.decimals),
    longest((one) => one.unit),
  ];
  const hasOneUnit = all.every((one) => one.unit === '' || one.unit === unit);
  for (const [cell, number] of numbers) {
    addClass(cell, 'unbroken');
    const lacking = decimals.slice(number.decimals.length) + (hasOneUnit && number.unit === '' ? unit : '');
    const before = whole.slice(0, whole.length - number.whole.length);
    if (isFlushRight && lacking !== '') setAttribute(cell, 'data-behind', lacking);
    if (!isFlushRight && before !== '') setAttribute(cell, 'data-before', before);
  }
}

function setMinus(cell: Element): void {
  const [first] = cell.childNodes;
  if (first !== undefined && 'value' in first) first.value = withMinus(first.value);
  else if (first !== undefined && isElement(first)) setMinus(first);
}

function isAbsent(cell: Element): boolean {
  return hasClass(cell, 'absent') || absence.test(shownText(cell).trim());
}

/** What a cell says itself: its marks and its footnotes' signs say where that stands. */
export function shownText(cell: Element): string {
  const beside = elements(cell).filter(
    (one) => hasClass(one, 'cite') || one.tagName === 'sup' || hasClass(one, 'sign'),
  );
  return beside.reduce((text, one) => text.replace(textContent(one), ''), textContent(cell));
}

/** Whether the author says how a column is to be aligned. */
export function isAligned({ cells }: NumberColumn): boolean {
  return cells.some(({ cell }) => /text-align/.test(attribute(cell, 'style') ?? ''));
}
