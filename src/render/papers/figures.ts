import type { FigureOnPaper } from '../../model.js';
import { serializeTree } from '../drawings.js';
import type { Rendered } from '../rendering.js';
import type { CopiedTree } from '../slide-tree.js';
import { attribute, closest, type Element, elements, hasClass, remove } from '../tree.js';

/** The diagrams, pictures and tables of a slide in reading order. Takes their captions off them, so it comes last. */
export function figuresOf({ section }: CopiedTree, rendering: Rendered): readonly FigureOnPaper[] {
  return elements(section).flatMap((element) => {
    const kind = kindOf(element);
    if (kind === undefined) return [];
    const captions = elements(element).filter(({ tagName }) => tagName === 'figcaption' || tagName === 'caption');
    const caption = captions.map((one) => serializeTree(one, rendering, { inner: true, onPaper: true })).join(' ');
    for (const one of captions) remove(one);
    const id = attribute(element, 'id');
    const html = serializeTree(element, rendering, { onPaper: true });
    return [{ ...(id === undefined ? {} : { id }), kind, html, caption, alt: alternativeOf(element) }];
  });
}

/** Undefined for what is no figure, is part of another, or says nothing. */
function kindOf(element: Element): FigureOnPaper['kind'] | undefined {
  if (closest(element, ({ tagName }) => tagName === 'figure' || tagName === 'table') !== undefined) return undefined;
  if (element.tagName === 'table') return 'table';
  if (element.tagName === 'figure') return elements(element, 'img').length > 0 ? 'picture' : 'diagram';
  return element.tagName === 'img' && attribute(element, 'alt') !== '' && !hasClass(element, 'decorative')
    ? 'picture'
    : undefined;
}

function alternativeOf(element: Element): string {
  const shown = [element, ...elements(element)];
  const labels = shown.flatMap((one) => (attribute(one, 'role') === 'img' ? [attribute(one, 'aria-label') ?? ''] : []));
  const pictures = shown.flatMap((one) => (one.tagName === 'img' ? [attribute(one, 'alt') ?? ''] : []));
  return [...labels, ...pictures].filter((alt) => alt !== '').join(' ');
}
