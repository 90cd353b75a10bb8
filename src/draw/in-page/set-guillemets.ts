/**
 * Sets the stereotypes of UML and SysML as they are written in print, «satisfies», where Mermaid leaves `<<satisfies>>`. Their words keep
 * the middle that Mermaid gave them. `svg` must be in the document. Runs in the page.
 */
export function setGuillemets(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll('text')) {
    if (!/^\s*<<[^<>]+>>\s*$/.test(text.textContent ?? '')) continue;
    const before = middleOf(text);
    const { width } = text.getBBox();
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode as Text;
      node.data = node.data.replace('<<', '«').replace('>>', '»');
    }
    for (const ground of text.closest('.edgeLabel')?.querySelectorAll('rect') ?? [])
      narrow(ground, width - text.getBBox().width);
    const shift = before - middleOf(text);
    if (Math.abs(shift) < 0.05) continue;
    const place = text.getAttribute('transform') ?? '';
    text.setAttribute('transform', `${place} translate(${shift}, 0)`.trim());
  }

  /** What lies behind a label hides the head beside it where it is wider than the words. */
  function narrow(ground: SVGRectElement, by: number): void {
    const { x, width } = ground.getBBox();
    if (by <= 0 || by >= width) return;
    ground.setAttribute('x', String(x + by / 2));
    ground.setAttribute('width', String(width - by));
  }

  function middleOf(text: SVGTextElement): number {
    const { x, width } = text.getBBox();
    return x + width / 2;
  }
}
