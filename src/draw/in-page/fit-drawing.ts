/** What a finished drawing measures, in its own units. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  readonly smallestLabel: number;
}

/**
 * Sets the viewBox around what is drawn, joins text that was cut into words, and shortens numbers to hundredths of a px.
 * `svg` must be in the document. Runs in the page.
 */
export function fitDrawing(svg: SVGSVGElement): DrawingSize {
  joinWords();
  dropEmptyGroups();
  const shapes = [
    ...svg.querySelectorAll<SVGGraphicsElement>(
      'path, rect, circle, ellipse, line, polygon, polyline, text, use, image',
    ),
  ];
  const toRoot = svg.getScreenCTM()?.inverse();
  if (toRoot === undefined) return { width: 0, height: 0, smallestLabel: Number.POSITIVE_INFINITY };
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let smallestLabel = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    if (shape.closest('defs, marker, symbol, clipPath, mask, pattern') === null) include(shape, toRoot);
  }
  const [x, y] = [Math.floor(edges.left), Math.floor(edges.top)];
  const [width, height] = [Math.ceil(edges.right) - x, Math.ceil(edges.bottom) - y];
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  shortenNumbers();
  return { width, height, smallestLabel: Math.round(smallestLabel * 100) / 100 };

  function include(shape: SVGGraphicsElement, root: DOMMatrix): void {
    const box = shape.getBBox();
    const matrix = shape.getScreenCTM();
    if (matrix === null) return;
    const place = root.multiply(matrix);
    const stroke = shape.getAttribute('stroke') === null ? 0 : Number(shape.getAttribute('stroke-width') ?? 1) / 2;
    // The ends of a line are cut at its points: its stroke widens it to the sides only.
    const level = shape.localName === 'line' && box.height === 0 ? 0 : stroke;
    for (const [px, py] of [
      [box.x - level, box.y - stroke],
      [box.x + box.width + level, box.y - stroke],
      [box.x - level, box.y + box.height + stroke],
      [box.x + box.width + level, box.y + box.height + stroke],
    ] as const) {
      const point = new DOMPoint(px, py).matrixTransform(place);
      edges.left = Math.min(edges.left, point.x);
      edges.right = Math.max(edges.right, point.x);
      edges.top = Math.min(edges.top, point.y);
      edges.bottom = Math.max(edges.bottom, point.y);
    }
    if (shape.localName !== 'text') return;
    const scale = Math.sqrt(Math.abs(place.a * place.d - place.b * place.c));
    for (const part of [shape, ...shape.querySelectorAll('tspan, textPath')]) {
      if (![...part.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '')) continue;
      smallestLabel = Math.min(smallestLabel, Number.parseFloat(getComputedStyle(part).fontSize) * scale);
    }
  }

  /** Mermaid gives each word of a wrapped label a tspan of its own, and more spaces than are shown. */
  function joinWords(): void {
    for (const word of svg.querySelectorAll('tspan')) {
      if (word.attributes.length === 0 && word.querySelector('tspan') === null) word.replaceWith(...word.childNodes);
    }
    svg.normalize();
    const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.textContent = texts.currentNode.textContent?.replace(/\s+/g, ' ') ?? '';
  }

  function dropEmptyGroups(): void {
    for (const part of [...svg.querySelectorAll('g, defs, a')].reverse()) {
      if (part.children.length === 0) part.remove();
      else if (part.localName === 'g' && part.attributes.length === 0) part.replaceWith(...part.childNodes);
    }
    const comments = document.createTreeWalker(svg, NodeFilter.SHOW_COMMENT);
    const found: Node[] = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    for (const comment of found) comment.parentNode?.removeChild(comment);
  }

  function shortenNumbers(): void {
    const numbers = ['d', 'points', 'transform', 'stroke-width', 'stroke-dasharray'];
    const lengths = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'width', 'height'];
    for (const element of svg.querySelectorAll('*')) {
      for (const name of [...numbers, ...lengths]) {
        const value = element.getAttribute(name);
        if (value === null) continue;
        // Shapes drawn point by point need no more than tenths.
        const unit = value.length > 1500 ? 10 : 100;
        const short = (number: string): string => String(Math.round(Number(number) * unit) / unit || 0);
        element.setAttribute(name, value.replace(/-?\d*\.\d+(?:e-?\d+)?/g, short));
      }
    }
  }
}
