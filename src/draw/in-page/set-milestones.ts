/**
 * Draws a gantt chart's milestones as diamonds. Mermaid turns a square by its style sheet, and no style goes into the finished drawing. Runs
 * in the page.
 */
export function setMilestones(svg: SVGSVGElement): void {
  for (const square of svg.querySelectorAll<SVGRectElement>('rect.milestone')) {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(square.getAttribute(name)));
    if (x === undefined || y === undefined || width === undefined || height === undefined) continue;
    const diamond = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    for (const { name, value } of square.attributes)
      if (['id', 'class', 'style'].includes(name)) diamond.setAttribute(name, value);
    diamond.classList.remove('milestone');
    const [across, down] = [x + width / 2, y + height / 2];
    diamond.setAttribute('d', `M${across} ${y}L${x + width} ${down}L${across} ${y + height}L${x} ${down}Z`);
    square.replaceWith(diamond);
  }
}
