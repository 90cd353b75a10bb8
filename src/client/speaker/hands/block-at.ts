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

/** What is seen of a block, px of the window: its words and pictures, without the empty rest of its lines. */
export function seenBox(block: Element): DOMRect {
  const boxes: DOMRect[] = [];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode() !== null) {
    range.selectNodeContents(texts.currentNode);
    boxes.push(...range.getClientRects());
  }
  for (const picture of [block, ...block.querySelectorAll('*')])
    if (picture.matches('img, video, svg, svg *')) boxes.push(picture.getBoundingClientRect());
  const seen = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (seen.length === 0) return block.getBoundingClientRect();
  const [left, top] = [Math.min(...seen.map((box) => box.left)), Math.min(...seen.map((box) => box.top))];
  const [right, bottom] = [Math.max(...seen.map((box) => box.right)), Math.max(...seen.map((box) => box.bottom))];
  return new DOMRect(left, top, right - left, bottom - top);
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
