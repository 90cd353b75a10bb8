/**
 * Corrects what Mermaid's options do not reach, before the styles are baked: text in HTML becomes SVG text, arrowheads grow to the size of
 * the labels, axis labels that run into each other give way, paragraph marks stand out as they do on a slide. `svg` must be in the document.
 * Runs in the page.
 */
export function tidyDiagram(svg: SVGSVGElement): void {
  for (const foreign of svg.querySelectorAll('foreignObject')) {
    // Of a `switch` a single child is shown, and its other one is for browsers without HTML in SVG.
    const place = foreign.parentElement?.localName === 'switch' ? foreign.parentElement : foreign;
    place.replaceWith(...linesOf(foreign));
  }
  const kind = document.documentElement.dataset.kind ?? '';
  if (kind !== 'block') for (const marker of svg.querySelectorAll('marker')) growHead(marker);
  dropCrowdedTicks();
  // Mermaid draws its flows over the names of what flows, and sets the entries of a legend solid.
  if (kind === 'sankey') for (const links of svg.querySelectorAll('.links')) links.parentElement?.prepend(links);
  if (kind === 'pie') partLegend(svg.querySelectorAll('.legend'));
  if (kind === 'radar') partLegend(svg.querySelectorAll('g:has(> [class^="radarLegendBox"])'));
  markCitations();

  /** HTML inside SVG is lost in PDF readers, PowerPoint and Inkscape. A line ends where the browser broke it. */
  function linesOf(foreign: SVGForeignObjectElement): SVGTextElement[] {
    const place = foreign.getScreenCTM()?.inverse();
    const lines = new Map<string, { words: string[]; x: number; y: number; style: CSSStyleDeclaration }>();
    const nodes = document.createTreeWalker(foreign, NodeFilter.SHOW_TEXT);
    const measure = document.createElement('canvas').getContext('2d');
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      const style = getComputedStyle(node.parentElement ?? foreign);
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const box = range.getBoundingClientRect();
        if (measure === null || place === undefined) continue;
        measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const baseline = new DOMPoint(box.left, box.top + measure.measureText(word).fontBoundingBoxAscent);
        const { x, y } = baseline.matrixTransform(place);
        const line = lines.get(y.toFixed(1)) ?? { words: [], x, y, style };
        line.words.push(word);
        lines.set(y.toFixed(1), line);
      }
    }
    return [...lines.values()].map(({ words, x, y, style }) => {
      const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      text.setAttribute('x', String(x));
      text.setAttribute('y', String(y));
      text.setAttribute(
        'style',
        `font-size: ${style.fontSize}; font-weight: ${style.fontWeight}; fill: ${style.color}; text-anchor: start`,
      );
      text.textContent = words.join(' ');
      return text;
    });
  }

  /** Mermaid's heads are 8 to 11 px; larger, they end where they ended. The numbers are those of its markers, by the head's shape. */
  function growHead(marker: SVGMarkerElement): void {
    const [width, viewBox] = [marker.getAttribute('markerWidth'), marker.getAttribute('viewBox')];
    const head =
      width === '8' && viewBox === '0 0 10 10'
        ? { size: 16, end: 7.5, start: 2.25 }
        : width === '11' && viewBox === '0 0 11 11'
          ? { size: 20, end: 11.1, start: -0.1 }
          : width === '11' && viewBox === '0 0 10 10'
            ? { size: 16, end: 10.7, start: -0.7 }
            : undefined;
    if (head === undefined) return;
    marker.setAttribute('markerWidth', String(head.size));
    marker.setAttribute('markerHeight', String(head.size));
    marker.setAttribute('refX', String(marker.id.includes('Start') ? head.start : head.end));
  }

  function partLegend(entries: NodeListOf<SVGGElement>): void {
    const places = [...entries].map((entry) => entry.transform.baseVal.consolidate()?.matrix);
    const top = places[0]?.f ?? 0;
    for (const [index, entry] of entries.entries()) {
      const { e = 0, f = 0 } = places[index] ?? {};
      entry.setAttribute('transform', `translate(${e}, ${top + (f - top) * 1.5})`);
      for (const text of entry.querySelectorAll('text')) text.setAttribute('dx', '6');
    }
  }

  function markCitations(): void {
    const nodes = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (nodes.nextNode())
      if (/¶\s?\d/.test(nodes.currentNode.textContent ?? '')) found.push(nodes.currentNode as Text);
    for (const text of found) {
      const pieces = (text.textContent ?? '').split(/(¶+\s?\d+(?:[–-]\d+)?)/).filter((piece) => piece !== '');
      text.replaceWith(...pieces.map((piece) => (piece.startsWith('¶') ? citation(piece) : piece)));
    }
  }

  function citation(text: string): SVGTSpanElement {
    const mark = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
    mark.setAttribute('class', 'citation');
    mark.textContent = text;
    return mark;
  }

  /** Of the ticks of an axis every second, third … keeps its label, where all would run together. */
  function dropCrowdedTicks(): void {
    const labels = [...svg.querySelectorAll('.grid .tick text')];
    const boxes = labels.map((label) => label.getBoundingClientRect());
    const isClear = (step: number): boolean =>
      boxes.every((box, index) => {
        const next = boxes[index + step];
        return index % step !== 0 || next === undefined || box.right + 12 <= next.left;
      });
    let step = 1;
    while (step < labels.length && !isClear(step)) step++;
    for (const [index, label] of labels.entries()) if (index % step !== 0) label.remove();
  }
}
