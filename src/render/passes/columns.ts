import type { Pass } from '../slide-tree.js';
import {
  addClass,
  attribute,
  childElements,
  type Element,
  elements,
  hasClass,
  removeAttribute,
  setAttribute,
} from '../tree.js';

/**
 * Columns take the widths they ask for. Columns that hold lists of the same length are paired: their rows line up, so that a
 * hairline crosses both. In raw HTML, where no child is called a column, each `<div>` is one.
 */
export const setColumns: Pass = ({ section }) => {
  for (const row of elements(section).filter((element) => hasClass(element, 'columns'))) {
    const columns = columnsOf(row);
    if (columns.length === 0) continue;
    const widths = columns.map(widthOf);
    const rest = (100 - sum(widths)) / Math.max(1, widths.filter((width) => width === undefined).length);
    const rules = [`--columns:${columns.length}`];
    if (widths.some((width) => width !== undefined)) {
      const tracks = widths.map((width) => `minmax(0,${width ?? Math.max(rest, 10)}fr)`);
      rules.push(`grid-template-columns:${tracks.join(' ')}`);
    }
    const shapes = columns.map(shapeOf);
    const [first] = shapes;
    if (columns.length > 1 && first !== undefined && shapes.every((shape) => shape === first)) {
      addClass(row, 'paired');
      rules.push(`--rows:${columns.map(rowsOf)[0]}`);
      for (const list of columns.flatMap((column) => childElements(column)).filter(isList)) {
        setAttribute(list, 'style', `--rows:${childElements(list).length}`);
      }
    }
    setAttribute(row, 'style', [...rules, attribute(row, 'style') ?? ''].filter((rule) => rule !== '').join(';'));
  }
};

function columnsOf(row: Element): readonly Element[] {
  const named = childElements(row).filter((element) => hasClass(element, 'column'));
  if (named.length > 0) return named;
  const boxes = childElements(row).filter(({ tagName }) => tagName === 'div');
  for (const box of boxes) addClass(box, 'column');
  return boxes;
}

function widthOf(column: Element): number | undefined {
  const width = Number.parseFloat(attribute(column, 'width') ?? '');
  removeAttribute(column, 'width');
  return Number.isFinite(width) && width > 0 ? width : undefined;
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}

/** What a column is made of, where that can be paired: a head perhaps, then one list. */
function shapeOf(column: Element): string | undefined {
  const parts = childElements(column).map((element) =>
    isList(element)
      ? `list of ${childElements(element).length}`
      : /^(p|h[2-6])$/.test(element.tagName)
        ? 'head'
        : 'other',
  );
  const shape = parts.join(', ');
  return /^(head, )?list of \d+$/.test(shape) ? shape : undefined;
}

function rowsOf(column: Element): number {
  return sum(childElements(column).map((element) => (isList(element) ? childElements(element).length : 1)));
}

function isList(element: Element): boolean {
  return element.tagName === 'ul' || element.tagName === 'ol';
}
