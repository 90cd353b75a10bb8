import type { Rendering } from './rendering.js';
import type { SlideTree } from './slide-tree.js';
import { attribute, type Element, elements } from './tree.js';

/** The names by which parts of a deck know each other: those that a slide has, and those that it asks for. */
export interface NamesOnSlide {
  /** The elements that have an id, the slide itself among them. */
  readonly ids: readonly Element[];
  /** Where links within the deck lead as they were typed, drawn ones among them. */
  readonly hrefs: readonly string[];
}

export function namesOn({ section }: SlideTree, { drawings }: Rendering): NamesOnSlide {
  const ids: Element[] = [];
  const hrefs: string[] = [];
  for (const element of [section, ...elements(section)]) {
    if (attribute(element, 'id')) ids.push(element);
    const href = isLink(element) ? attribute(element, 'href') : undefined;
    if (href !== undefined && isWithinDeck(href)) hrefs.push(href);
    const drawn = drawings.byId.get(attribute(element, 'data-drawing') ?? '')?.svg ?? '';
    if (drawn.includes(' href="#')) hrefs.push(...[...drawn.matchAll(/ href="(#[^"]+)"/g)].map(([, to = '']) => to));
  }
  return { ids, hrefs };
}

/** A link, or a part of a picture that is one. */
export function isLink({ tagName }: Pick<Element, 'tagName'>): boolean {
  return tagName === 'a' || tagName === 'area';
}

/** Whether an address names a place of the deck; `#` alone is none. */
export function isWithinDeck(href: string): boolean {
  return href.startsWith('#') && href !== '#';
}
