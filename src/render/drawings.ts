import { type DefaultTreeAdapterTypes, serializeOuter } from 'parse5';
import type { Rendering } from './rendering.js';
import { append, attribute, type Element, elements, removeAttribute, text } from './tree.js';

/**
 * A slide's markup with its drawings in it. Drawings are long and well-formed, so they are put in as they are. On screen they
 * are hidden from Reveal's live region, which would read out the style within; the figure's label speaks for them.
 */
export function serializeSlide(section: Element, { drawings }: Rendering): string {
  const shown = new Map<string, string>();
  for (const element of elements(section)) {
    const id = attribute(element, 'data-drawing');
    const drawing = id === undefined ? undefined : drawings.byId.get(id);
    if (drawing === undefined) continue;
    const marker = `\uFDD0drawing-${shown.size + 1}\uFDD1`;
    const offset = Number(attribute(element, 'data-first-step') ?? 0);
    shown.set(
      marker,
      withSteps(drawing.svg.replace(/^<svg/, '<svg aria-hidden="true" preserveAspectRatio="xMinYMid"'), offset),
    );
    removeAttribute(element, 'data-drawing');
    removeAttribute(element, 'data-first-step');
    append(element, text(marker));
  }
  let html = serializeOuter(section as DefaultTreeAdapterTypes.Element);
  for (const [marker, svg] of shown) html = html.replace(marker, () => svg);
  return html;
}

/** A drawing counts its steps from 0; on a slide they come after the steps before it. */
function withSteps(svg: string, offset: number): string {
  if (offset === 0) return svg;
  return svg.replace(/ data-fragment-index="(\d+)"/g, (_, index) => ` data-fragment-index="${Number(index) + offset}"`);
}
