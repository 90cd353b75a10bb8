/**
 * Gives every violet block a second edge inside its own: in grey violet is as light as teal, and is to be told from it. Runs in the page,
 * when blocks have their final size.
 */
export function secondEdge(svg: SVGSVGElement): void {
  /** From edge to edge, px; a smaller block keeps one. */
  const inset = 6;
  const shapes = 'rect, circle, ellipse, polygon, path';
  for (const node of svg.querySelectorAll('.node[data-hue="violet"]')) {
    const isOfNode = (shape: Element): boolean => shape.closest('.label, .divider') === null;
    const shape = [...node.querySelectorAll<SVGGraphicsElement>(shapes)].find(isOfNode);
    if (shape === undefined) continue;
    const { x, y, width, height } = shape.getBBox();
    if (Math.min(width, height) < 4 * inset) continue;
    const edge = shape.cloneNode() as SVGGraphicsElement;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const smaller = `scale(${(width - 2 * inset) / width},${(height - 2 * inset) / height})`;
    const own = shape.getAttribute('transform') ?? '';
    edge.removeAttribute('id');
    // Mermaid fills the boxes of a class diagram without closing them.
    const line = edge.getAttribute('d');
    if (line !== null && !/z\s*$/i.test(line)) edge.setAttribute('d', `${line}Z`);
    edge.setAttribute(
      'transform',
      `${own} translate(${middleX},${middleY}) ${smaller} translate(${-middleX},${-middleY})`,
    );
    edge.setAttribute('style', 'fill: none; stroke: var(--violet-on); stroke-width: 2px');
    shape.after(edge);
  }
}
