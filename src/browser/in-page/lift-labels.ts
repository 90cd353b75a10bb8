/**
 * Lifts the label of a level link off its line, as the deck's relations have it: a line through its words, or broken by them, is not read
 * from the back row. Only where the words find room above. Runs in the page, after the heads are set.
 */
export function liftLabels(svg: SVGSVGElement): void {
  /** From the label to its line, and between the label and what is near, px. */
  const [above, clear] = [8, 3];
  const toRoot = svg.getScreenCTM()?.inverse();
  if (toRoot === undefined) return;
  const labels = [...svg.querySelectorAll<SVGGElement>('.edgeLabel')].filter((label) => label.querySelector('text'));
  const paths = [...svg.querySelectorAll<SVGPathElement>('path[data-id]')];
  const nodes = [...svg.querySelectorAll<SVGGElement>('.node, .cluster-label')];
  for (const label of labels) {
    const id = label.querySelector('[data-id]')?.getAttribute('data-id');
    const path = paths.find((one) => one.getAttribute('data-id') === id);
    const box = boxOf(label.querySelector('text') ?? label);
    const y = path === undefined ? undefined : levelOf(path, box);
    if (path === undefined || y === undefined) continue;
    const up = y - above - box.bottom;
    const place = new DOMRect(box.left - clear, box.top + up - clear, box.width + 2 * clear, box.height + 2 * clear);
    const others = [...nodes, ...labels.filter((other) => other !== label)].map(boxOf);
    if (others.some((other) => meet(place, other)) || paths.some((other) => other !== path && passes(other, place)))
      continue;
    const [x, top] = (/translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(label.getAttribute('transform') ?? '') ?? []).slice(1);
    label.setAttribute('transform', `translate(${Number(x ?? 0)}, ${Number(top ?? 0) + up})`);
    for (const ground of label.querySelectorAll('rect')) ground.remove();
  }

  function boxOf(part: SVGGraphicsElement): DOMRect {
    const { x, y, width, height } = part.getBBox();
    const matrix = toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()) ?? new DOMMatrix();
    const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((p) => p.matrixTransform(matrix));
    return new DOMRect(from?.x, from?.y, (to?.x ?? 0) - (from?.x ?? 0), (to?.y ?? 0) - (from?.y ?? 0));
  }

  /** Where a level line runs that the label lies on and is shorter than; else undefined. */
  function levelOf(path: SVGPathElement, box: DOMRect): number | undefined {
    const points = pointsOf(path);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.some(({ y }) => Math.abs(y - first.y) > 0.5))
      return undefined;
    const isOn = box.top < first.y && first.y < box.bottom;
    return isOn && Math.abs(last.x - first.x) > box.width ? first.y : undefined;
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
