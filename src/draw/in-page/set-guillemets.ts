/** Sets the stereotypes of UML and SysML as they are written in print, «satisfies», where Mermaid leaves `<<satisfies>>`. Runs in the page. */
export function setGuillemets(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll('text')) {
    if (!/^\s*<<[^<>]+>>\s*$/.test(text.textContent ?? '')) continue;
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode as Text;
      node.data = node.data.replace('<<', '«').replace('>>', '»');
    }
  }
}
