import { attribute, childElements, type Element, elements, type Parent } from './tree.js';

/** How many elements a browser may be asked to draw by `<use>`: ten that each name the one before ten times are a thousand million. */
export const mostDrawn = 100_000;

/** Longer rows of `<use>` that name each other are counted as without end: nobody draws so, and a browser may not survive it. */
const longest = 500;

/**
 * How many elements an SVG draws when each `<use>` is what it names (SVG 2, 5.5); more than `mostDrawn` is as good as infinite. One that
 * names itself draws nothing, as in browsers.
 */
export function drawnElements(root: Parent): number {
  const uses = elements(root).filter(isUse);
  if (uses.length === 0) return 0;
  const byId = new Map<string, Element>();
  for (const element of elements(root)) {
    const id = attribute(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const known = new Map<Element, number>();
  const open = new Set<Element>();
  return uses.reduce((sum, use) => sum + count(use), 0);

  function count(element: Element): number {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (open.has(element)) return 0;
    if (open.size > longest) return Number.POSITIVE_INFINITY;
    open.add(element);
    const meant = isUse(element) ? byId.get(nameIn(element)) : undefined;
    let drawn = 1 + (meant === undefined ? 0 : count(meant));
    for (const child of childElements(element)) drawn += count(child);
    open.delete(element);
    known.set(element, drawn);
    return drawn;
  }
}

function isUse({ tagName }: Element): boolean {
  return /^(.*:)?use$/i.test(tagName);
}

function nameIn({ attrs }: Element): string {
  const address = attrs.find(({ name }) => name === 'href' || name === 'xlink:href')?.value ?? '';
  return address.replace(/^#/, '');
}
