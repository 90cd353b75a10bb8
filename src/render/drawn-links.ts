import type { Drawing } from '../model.js';
import type { Rendering } from './rendering.js';
import type { SlideTree } from './slide-tree.js';
import { attribute, type Element, elements } from './tree.js';

/** A link within the deck, in a drawing as it was written by the browser: between its tag's name and its end stand no angles. */
const drawnLink = /(<a\b[^<>]*?) href="(#[^"]+)"/g;

/** Where a link leads in an edition: to an id, or nowhere, since that is left out or is not there at all. */
export interface Leads {
  readonly to?: string;
  readonly isLeftOut?: boolean;
}

/**
 * Sets the links of a slide's drawings, which are no part of its tree: each leads where `leads` says, loses its address to what is left
 * out, and is told to `broken` where it leads nowhere.
 */
export function setDrawnLinks(
  { section }: SlideTree,
  { drawings: { byId } }: Pick<Rendering, 'drawings'>,
  leads: (href: string) => Leads,
  broken: (figure: Element, href: string) => void,
): void {
  for (const element of elements(section)) {
    const id = attribute(element, 'data-drawing');
    const drawing: Drawing | undefined = id === undefined ? undefined : byId.get(id);
    if (id === undefined || drawing === undefined || !drawing.svg.includes(' href="#')) continue;
    const svg = drawing.svg.replace(drawnLink, (whole, before: string, href: string) => {
      const { to, isLeftOut = false } = leads(href);
      if (to !== undefined) return `${before} href="#${to}"`;
      if (isLeftOut) return before;
      broken(element, href);
      return whole;
    });
    byId.set(id, { ...drawing, svg });
  }
}
