/** What can be brought into the light or near by itself, the smallest first. */
const blocks =
  'tr, li, dt, dd, figcaption, p, h1, h2, h3, h4, h5, h6, blockquote, pre, .katex-display, img, video, table, figure, .column, ul, ol, dl';
/** What takes clicks of its own. */
const controls = 'a, button, input, select, textarea, summary, video, audio, iframe, [contenteditable]';
/** A part of a drawing is smaller than so much of it; what is larger is its ground. */
const mostOfDrawing = 0.5;

/** The block of a slide at a place of the window, px, or the part of a drawing; undefined beside all of them. */
export function blockAt(slide: Element, x: number, y: number): Element | undefined {
  const hit = document.elementsFromPoint(x, y).find((element) => element !== slide && slide.contains(element));
  if (hit === undefined) return undefined;
  const drawing = hit.closest('svg');
  const part = drawing === null || hit.closest('.katex') !== null ? undefined : partOf(drawing, hit);
  const block = part ?? hit.closest(blocks);
  return block !== null && slide.contains(block) && block !== slide ? block : undefined;
}

/** Whether a click there is meant for something else. */
export function isControlAt(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(controls) !== null;
}

/** The largest group around a shape that is not most of the drawing. */
function partOf(drawing: Element, hit: Element): Element | undefined {
  const whole = areaOf(drawing);
  let part: Element | undefined;
  for (let at: Element | null = hit; at !== null && at !== drawing; at = at.parentElement)
    if (areaOf(at) > 0 && areaOf(at) < whole * mostOfDrawing) part = at;
  return part;
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
