/** A text that is seen, and what is known of what is behind it. Boxes are px of its page. */
export interface SeenText {
  /** The slide's id. */
  readonly slide: string;
  readonly text: string;
  /** Red, green, blue and opacity: 0 to 255, and 0 to 1. */
  readonly colour: readonly [number, number, number, number];
  /** What WCAG calls large: from 24 px, bold from 18.66 px. */
  readonly large: boolean;
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Plain colours behind it, opaque; empty where a picture or a gradient is, which only a photograph shows. */
  readonly grounds: readonly (readonly [number, number, number])[];
}

/**
 * Lists every text of a deck in print view with the colours behind it, as `elementsFromPoint` finds them in painting order: what is
 * behind a text is not always what is around it. Each slide is read in its last step. Runs in the page.
 */
export function listTexts(): SeenText[] {
  type Colour = readonly [number, number, number, number];
  type Rgb = readonly [number, number, number];
  /** Of an edge, px: half of it lies outside the letters. */
  const leastHalo = 3;
  const unseen = 'aside.notes, .katex-mathml, script, style, template, noscript, title, desc, defs';
  const painted = 'img, video, canvas, iframe, object, embed, image, picture, input, meter, progress';
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colours = new Map<string, Colour>();
  const bands = new Map<Element, boolean>();
  // What lets clicks through is behind a text all the same.
  const reachable = document.createElement('style');
  // What is at a point is looked for in everything that is laid out: with a thousand pages that takes minutes, page by page a second.
  reachable.textContent = `.pdf-page, .pdf-page * { pointer-events: auto !important }
.pdf-page:not([data-looked-through]) { display: none !important }`;
  document.head.append(reachable);
  const pages = new Map<string, HTMLElement>();
  for (const page of document.querySelectorAll<HTMLElement>('.pdf-page')) {
    const id = page.querySelector('section')?.id;
    if (id !== undefined) pages.set(id, page);
  }
  const found: SeenText[] = [];
  let corner = { left: 0, top: 0 };
  for (const [slide, page] of pages) {
    page.dataset.lookedThrough = '';
    page.scrollIntoView({ block: 'start', inline: 'start', behavior: 'instant' });
    endAnimations();
    const { left, top } = page.getBoundingClientRect();
    corner = { left, top };
    const section = page.querySelector('section');
    if (section !== null) visit(section, slide);
    delete page.dataset.lookedThrough;
  }
  reachable.remove();
  window.scrollTo(0, 0);
  return found;

  /** What is shown again begins its animations anew; those without an end stay where they are. */
  function endAnimations(): void {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  }

  function visit(element: Element, slide: string): void {
    if (element.matches(unseen) || element.matches(painted)) return;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) visit(node as Element, slide);
      else if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '') note(node, element, slide);
    }
  }

  function note(node: Node, element: Element, slide: string): void {
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    const paint = drawn ? style.fill : style.webkitTextFillColor || style.color;
    const [red, green, blue, alpha] = colourOf(paint);
    const opacity = alpha * opacityOf(element) * (drawn ? Number(style.fillOpacity) : 1);
    if (opacity < 0.05 || style.visibility !== 'visible') return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const grounds = rects.flatMap((rect) =>
      [0.02, 0.5, 0.98].map((share) => groundAt(rect.left + rect.width * share, rect.top + rect.height / 2, element)),
    );
    const seen = grounds.filter((ground) => ground !== 'hidden');
    if (seen.length === 0) return;
    const scale = scaleOf(element);
    const halo = drawn ? haloOf(style, scale) : undefined;
    const plain = halo === undefined ? seen.filter((ground) => ground !== 'picture') : [halo];
    const size = Number.parseFloat(style.fontSize) * scale;
    found.push({
      slide,
      text: (node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60),
      colour: [red, green, blue, opacity],
      large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
      boxes: rects.map(({ x, y, width, height }) => ({ x: x - corner.left, y: y - corner.top, width, height })),
      grounds: halo === undefined && plain.length < seen.length ? [] : plain,
    });
  }

  /** The edge that sets a drawn text off from whatever is behind it, where one is wide enough, px: letters are read against it. */
  function haloOf(
    { stroke, strokeWidth, strokeOpacity, paintOrder }: CSSStyleDeclaration,
    scale: number,
  ): Rgb | undefined {
    const isBelow = paintOrder.startsWith('stroke');
    const [red, green, blue, alpha] = colourOf(stroke);
    const isSeen = alpha * Number(strokeOpacity) > 0.9 && Number.parseFloat(strokeWidth) * scale >= leastHalo;
    return isBelow && isSeen ? [red, green, blue] : undefined;
  }

  /** The colour behind `element` at a point; `hidden` where it is not to be seen there. */
  function groundAt(x: number, y: number, element: Element): readonly [number, number, number] | 'picture' | 'hidden' {
    const stack = document.elementsFromPoint(x, y);
    const own = stack.findIndex((one) => one === element || element.contains(one) || one.contains(element));
    if (own === -1) return 'hidden';
    let [red, green, blue, room] = [0, 0, 0, 1];
    for (const layer of stack.slice(own)) {
      if (layer instanceof SVGTextContentElement) continue;
      const ground = paintOf(layer);
      if (ground === 'picture') return 'picture';
      const share = room * ground[3];
      red += ground[0] * share;
      green += ground[1] * share;
      blue += ground[2] * share;
      room -= share;
      if (room < 0.004) break;
    }
    return [red + 255 * room, green + 255 * room, blue + 255 * room];
  }

  function paintOf(layer: Element): Colour | 'picture' {
    if (layer.matches(painted) || hasBand(layer)) return 'picture';
    const style = getComputedStyle(layer);
    const drawn = layer instanceof SVGGeometryElement;
    if (drawn ? style.fill.includes('url(') : style.backgroundImage !== 'none') return 'picture';
    const [red, green, blue, alpha] = colourOf(drawn ? style.fill : style.backgroundColor);
    return [red, green, blue, alpha * opacityOf(layer) * (drawn ? Number(style.fillOpacity) : 1)];
  }

  /** Whether a pseudo-element lies below what is in a layer, where none can be found at a point. */
  function hasBand(layer: Element): boolean {
    const known = bands.get(layer);
    if (known !== undefined) return known;
    const { content, position, backgroundColor } = getComputedStyle(layer, '::before');
    const found = content !== 'none' && position === 'absolute' && colourOf(backgroundColor)[3] > 0;
    bands.set(layer, found);
    return found;
  }

  /** Any colour CSS knows, as the browser itself paints it. */
  function colourOf(css: string): Colour {
    const known = colours.get(css);
    if (known !== undefined || brush === null) return known ?? [0, 0, 0, 1];
    if (css === 'none' || css === '') return [0, 0, 0, 0];
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    colours.set(css, colour);
    return colour;
  }

  function opacityOf(element: Element): number {
    let opacity = 1;
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      opacity *= Number(getComputedStyle(one).opacity);
    }
    return opacity;
  }

  function scaleOf(element: Element): number {
    if (element instanceof SVGGraphicsElement) {
      const matrix = element.getScreenCTM();
      return matrix === null ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    }
    let scale = 1;
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { transform } = getComputedStyle(one);
      if (transform === 'none') continue;
      const { a, b, c, d } = new DOMMatrix(transform);
      scale *= Math.sqrt(Math.abs(a * d - b * c));
    }
    return scale;
  }
}
