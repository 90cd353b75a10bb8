/**
 * Moves the words of a C4 diagram's relations along their line, or beside it, to where they lie over no box and no other words. Mermaid sets
 * them in the middle of the line, whatever stands there. Words for which no place is free stay. `svg` must be in the document. Runs in the
 * page.
 */
export function slideLabels(svg: SVGSVGElement): void {
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  /** Between the words and what is near, px. */
  const clear = 4;
  const toRoot = svg.getScreenCTM()?.inverse();
  if (toRoot === undefined) return;
  const lines = [
    ...svg.querySelectorAll<SVGGeometryElement>(':is(line, path):is([marker-end], [marker-start]):has(+ text)'),
  ];
  const relations = lines.map((line) => ({ line, words: wordsAfter(line) }));
  const own = new Set(relations.flatMap(({ words }) => words));
  const others = [...svg.querySelectorAll<SVGTextElement>('text')].filter((text) => !own.has(text)).map(boxOf);
  const boxes = [...svg.querySelectorAll<SVGGraphicsElement>('rect, path')]
    .filter((shape) => shape.closest('defs, marker, symbol') === null && !shape.matches('[marker-end], [marker-start]'))
    .filter((shape) => getComputedStyle(shape).fill !== 'none' && getComputedStyle(shape).strokeDasharray === 'none')
    .map(boxOf);
  const taken = [...others, ...boxes];
  for (const { line, words } of relations) {
    const now = around(words.map(boxOf));
    const place = placesOf(line, now).find(
      (box) => taken.every((other) => !meet(box, other)) && nearestTo(box) === line,
    );
    taken.push(place ?? now);
    if (place === undefined) continue;
    for (const text of words)
      text.setAttribute('transform', `translate(${place.left - now.left}, ${place.top - now.top})`);
  }

  /** The line to which words that stand here would be read to belong. */
  function nearestTo({ left, right, top, bottom }: Box): Element | undefined {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const distances = lines.map((line) => {
      const length = line.getTotalLength();
      const points = Array.from({ length: 21 }, (_, index) => line.getPointAtLength((length * index) / 20));
      return { line, far: Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y))) };
    });
    return distances.sort((a, b) => a.far - b.far)[0]?.line;
  }

  /** Its label and its technology. */
  function wordsAfter(line: Element): readonly SVGTextElement[] {
    const found: SVGTextElement[] = [];
    for (let next = line.nextElementSibling; next instanceof SVGTextElement; next = next.nextElementSibling)
      found.push(next);
    return found;
  }

  /** Over the line, beside it, above it and below it, the nearest to its middle first. */
  function placesOf(line: SVGGeometryElement, { left, right, top, bottom }: Box): readonly Box[] {
    const [width, height, length] = [right - left, bottom - top, line.getTotalLength()];
    const points = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8].map((share) =>
      line.getPointAtLength(length * share),
    );
    const middle = points[0] ?? new DOMPoint();
    const aside = width / 2 + 10;
    const ways = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((times) => [0, times * 24] as const);
    const places = [[0, 0] as const, [aside, 0] as const, [-aside, 0] as const, ...ways].flatMap(([x, y]) =>
      points.map((point) => ({ x: point.x + x, y: point.y + y })),
    );
    const far = ({ x, y }: (typeof places)[number]): number => Math.hypot((x - middle.x) / 2, y - middle.y);
    return places
      .sort((a, b) => far(a) - far(b))
      .map(({ x, y }) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }));
  }

  function boxOf(part: SVGGraphicsElement): Box {
    const { x, y, width, height } = part.getBBox();
    const matrix = toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()) ?? new DOMMatrix();
    const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((p) => p.matrixTransform(matrix));
    return { left: from?.x ?? 0, right: to?.x ?? 0, top: from?.y ?? 0, bottom: to?.y ?? 0 };
  }

  function around(all: readonly Box[]): Box {
    return {
      left: Math.min(...all.map(({ left }) => left)),
      right: Math.max(...all.map(({ right }) => right)),
      top: Math.min(...all.map(({ top }) => top)),
      bottom: Math.max(...all.map(({ bottom }) => bottom)),
    };
  }

  function meet(one: Box, other: Box): boolean {
    return (
      one.left < other.right + clear &&
      other.left < one.right + clear &&
      one.top < other.bottom &&
      other.top < one.bottom
    );
  }
}
