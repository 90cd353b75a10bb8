import { type DefaultTreeAdapterTypes, serialize, serializeOuter } from 'parse5';
import { escapeHtml } from '../escape-html.js';
import type { Rendered } from './rendering.js';
import { isNotes } from './slide-tree.js';
import {
  append,
  attribute,
  closest,
  type Element,
  elements,
  parse,
  remove,
  removeAttribute,
  setAttribute,
  text,
} from './tree.js';

/** How an element is written. */
export interface Writing {
  /** Without its own tag. */
  readonly inner?: boolean;
  /**
   * On screen a drawing is hidden from Reveal's live region, which would read out the style within; a PDF tags only what is shown. On
   * paper it stands at the top of its room, not in the middle, and so does a small one on a slide.
   */
  readonly onPaper?: boolean;
}

/** px: a drawing that does not reach across the stage at the most it grows starts where text would. */
const smallWidth = 640;

/**
 * An element's markup with its drawings in it; their figures' labels speak for them. Drawings are long and well-formed, so they are put
 * in as they are. The tree is left as it was. The one place where a tree becomes text, so that nothing of a deck that is not trusted
 * passes by the sanitiser.
 */
export function serializeTree(
  root: Element,
  { drawings, sanitiser }: Rendered,
  { inner, onPaper }: Writing = {},
): string {
  const shown = new Map<string, string>();
  const timesShown = new Map<string, number>();
  const undo: (() => void)[] = [];
  for (const element of [root, ...elements(root)]) {
    const id = attribute(element, 'data-drawing');
    const drawing = id === undefined ? undefined : drawings.byId.get(id);
    if (id === undefined || drawing === undefined) continue;
    const marker = text(`\uFDD0drawing-${shown.size + 1}\uFDD1`);
    const first = attribute(element, 'data-first-step');
    const place = onPaper === true || drawing.isAtTop === true || drawing.width < smallWidth ? 'xMinYMin' : 'xMinYMid';
    const how = `${onPaper === true ? '' : 'aria-hidden="true" '}preserveAspectRatio="${place}"`;
    const svg = (sanitiser?.svg(drawing.svg) ?? drawing.svg).replace(/^<svg/, `<svg ${how}`);
    const times = (timesShown.get(id) ?? 0) + 1;
    timesShown.set(id, times);
    const own = withOwnIds(svg, times);
    const isNoted = closest(element, isNotes) !== undefined;
    shown.set('value' in marker ? marker.value : '', isNoted ? withoutSteps(own) : withSteps(own, Number(first ?? 0)));
    const steps = attribute(element, 'data-steps');
    removeAttribute(element, 'data-drawing');
    if (steps === undefined) removeAttribute(element, 'data-first-step');
    if (onPaper === true || isNoted) removeAttribute(element, 'data-steps');
    append(element, marker);
    undo.push(() => {
      remove(marker);
      setAttribute(element, 'data-drawing', id);
      if (steps !== undefined) setAttribute(element, 'data-steps', steps);
      if (first !== undefined) setAttribute(element, 'data-first-step', first);
    });
  }
  const whole = root as DefaultTreeAdapterTypes.Element;
  const written = settled(inner === true ? serialize(whole) : serializeOuter(whole));
  let html = sanitiser?.html(written) ?? written;
  for (const [marker, svg] of shown) html = html.replace(marker, () => svg);
  for (const step of undo) step();
  return html;
}

/**
 * Markup that a browser reads as it is meant. Odd nesting, such as a table in a formula, is read differently once it is written out, and
 * could swallow the slides after it: it is read and written again until it stays the same.
 */
function settled(html: string, left = 8): string {
  if (
    !/<(svg|math|style|template|select|form|table|noscript|xmp|noembed|noframes|plaintext|iframe|textarea|title)\b/i.test(
      html,
    )
  )
    return html;
  const again = serialize(parse(html));
  if (again === html) return html;
  return left === 0 ? escapeHtml(html) : settled(again, left - 1);
}

/** A page holds an id once: a drawing that stands there again, as an answer's does in the notes, gets ids of its own. */
function withOwnIds(svg: string, times: number): string {
  if (times === 1) return svg;
  const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return svg.replace(/( id="|url\(#|href="#)([^")]+)/g, (found, before: string, id: string) =>
    ids.has(id) ? `${before}${id}-${times}` : found,
  );
}

/** A drawing counts its steps from 0; on a slide they come after the steps before it. */
function withSteps(svg: string, offset: number): string {
  if (offset === 0) return svg;
  return svg.replace(/ data-fragment-index="(\d+)"/g, (_, index) => ` data-fragment-index="${Number(index) + offset}"`);
}

/** Notes are read all at once: a step in them would be a click that shows nothing. */
function withoutSteps(svg: string): string {
  return svg.replace(/ class="fragment" data-fragment-index="\d+"/g, '');
}
