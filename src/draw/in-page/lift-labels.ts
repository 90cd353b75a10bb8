/**
 * Lifts the labels of level links off their lines, as the deck's relations have it: a line through its words, or broken by them, is not
 * read from the back row. Only where every label of the drawing finds room above its line. Runs in the page, after the heads are set.
 */
export function liftLabels(svg: SVGSVGElement): void {
  /** From the label to its line, and between the label and what is near, px. */
  const [above, clear] = [8, 3];
  const toRoot = svg.getScreenCTM()?.inverse();
  if (toRoot === undefined) return;
  const labels = [...svg.querySelectorAll<SVGGElement>('.edgeLabel')].filter((label) => label.querySelector('text'));
  const paths = [...svg.querySelectorAll<SVGPathElement>('path[data-id]')];
  const nodes = [...svg.querySelectorAll<SVGGElement>('.node, .cluster-label')];
  const lifts = labels.map(liftOf);
  if (lifts.includes(undefined)) return;
  for (const [index, label] of labels.entries()) {
    const [x = 0, y = 0] = (/translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(label.getAttribute('transform') ?? '') ?? [])
      .slice(1)
      .map(Number);
    label.setAttribute('transform', `translate(${x}, ${y + (lifts[index] ?? 0)})`);
    for (const ground of label.querySelectorAll('rect')) ground.remove();
  }

  /** How far a label goes, down being positive; 0 where it is clear of its line already, undefined where it has no room. */
  function liftOf(label: SVGGElement): number | undefined {
    const id = label.querySelector('[data-id]')?.getAttribute('data-id');
    const path = paths.find((one) => one.getAttribute('data-id') === id);
    const box = boxOf(label.querySelector('text') ?? label);
    const y = path === undefined ? undefined : levelOf(path, box);
    if (y === undefined) return undefined;
    if (y >= box.bottom) return 0;
    const up = y - above - box.bottom;
    const place = new DOMRect(box.left - clear, box.top + up - clear, box.width + 2 * clear, box.height + 2 * clear);
    const others = [...nodes, ...labels.filter((other) => other !== label)].map(boxOf);
    const isFree =
      !others.some((other) => meet(place, other)) && !paths.some((other) => other !== path && passes(other, place));
    return isFree ? up : undefined;
  }

  function boxOf(part: SVGGraphicsElement): DOMRect {
    const { x, y, width, height } = part.getBBox();
    const matrix = toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()) ?? new DOMMatrix();
    const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((p) => p.matrixTransform(matrix));
    return new DOMRect(from?.x, from?.y, (to?.x ?? 0) - (from?.x ?? 0), (to?.y ?? 0) - (from?.y ?? 0));
  }

  /** Where a level line runs that is longer than its label; else undefined. */
  function levelOf(path: SVGPathElement, box: DOMRect): number | undefined {
    const points = pointsOf(path);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.some(({ y }) => Math.abs(y - first.y) > 0.5))
      return undefined;
    return Math.abs(last.x - first.x) > box.width ? first.y : undefined;
  }

  function pointsOf(path: SVGPathElement): readonly DOMPoint[] {
    const length = path.getTotalLength();
    return Array.from({ length: 33 }, (_, index) => path.getPointAtLength((length * index) / 32));
  }

  function passes(path: SVGPathElement, { left, right, top, bottom }: DOMRect): boolean {
    return pointsOf(path).some(({ x, y }) => left < x && x < right && top < y && y < bottom);
  }

  function meet(a: DOMRect, b: DOMRect): boolean {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }
}
