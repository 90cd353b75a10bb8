/**
 * Corrects what Mermaid's options do not reach, before the styles are baked: text in HTML becomes SVG text, arrowheads grow to the size of
 * the labels, axis labels that run into each other give way, a timeline is set left-aligned under rules. `svg` must be in the document.
 * Runs in the page.
 */
export function tidyDiagram(svg: SVGSVGElement): void {
  for (const foreign of svg.querySelectorAll('foreignObject')) foreign.replaceWith(...linesOf(foreign));
  for (const marker of svg.querySelectorAll('marker')) growHead(marker);
  dropCrowdedTicks();
  if (svg.getAttribute('aria-roledescription') === 'timeline') setTimeline();

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

  /** Mermaid's arrowheads are 8 px; at 16 their tips stay where they were. */
  function growHead(marker: SVGMarkerElement): void {
    if (marker.getAttribute('markerWidth') !== '8' || marker.getAttribute('viewBox') !== '0 0 10 10') return;
    marker.setAttribute('markerWidth', '16');
    marker.setAttribute('markerHeight', '16');
    marker.setAttribute('refX', marker.id.includes('Start') ? '2.25' : '7.5');
  }

  function dropCrowdedTicks(): void {
    let end = -Infinity;
    for (const label of svg.querySelectorAll('.grid .tick text')) {
      const { left, right } = label.getBoundingClientRect();
      if (left < end + 12) label.remove();
      else end = right;
    }
  }

  /** Section, rule, period, rule, events, each starting where its column starts; a timeline from top to bottom stays as it is. */
  function setTimeline(): void {
    const columns = new Set([...svg.querySelectorAll('.taskWrapper')].map((period) => shift(period).x));
    const events = [...svg.querySelectorAll('.eventWrapper')];
    if (events.some((event) => !columns.has(shift(event).x))) return;
    for (const part of svg.querySelectorAll('.lineWrapper, .timeline-node path, .eventWrapper line')) part.remove();
    for (const text of svg.querySelectorAll<SVGTextElement>('.timeline-node text')) {
      text.style.textAnchor = 'start';
      const box = text.parentElement;
      box?.setAttribute('transform', `translate(0, ${box === null ? 0 : shift(box).y})`);
    }
    const left = Math.min(...columns);
    const title = [...svg.children].find((child) => child.localName === 'text');
    title?.setAttribute('x', String(left));
    const sections = [...svg.querySelectorAll('.timeline-node')]
      .map((node) => node.parentElement)
      .filter((parent) => parent !== null && !parent.matches('.taskWrapper, .eventWrapper')) as Element[];
    const afterSections = setRow(sections, undefined, 'section-rule');
    const afterPeriods = setRow([...svg.querySelectorAll('.taskWrapper')], afterSections, 'period-rule');
    const first = Math.min(...events.map((event) => shift(event).y));
    for (const event of events) move(event, shift(event).y - first + afterPeriods);
  }

  /** Puts a row at `top`, its rule close below its texts; answers where the next row starts. */
  function setRow(row: readonly Element[], top: number | undefined, rule: string): number {
    const gap = 14;
    const below = Math.max(0, ...row.flatMap((part) => [...part.querySelectorAll('text')].map(bottomOf)));
    for (const part of row) {
      if (top !== undefined) move(part, top);
      for (const line of part.querySelectorAll('line')) {
        for (const name of ['y1', 'y2']) line.setAttribute(name, String(below + 8));
        line.setAttribute('class', rule);
      }
    }
    const start = row[0] === undefined ? (top ?? 0) : shift(row[0]).y;
    return row.length === 0 ? start : start + below + gap;
  }

  function bottomOf(text: SVGTextElement): number {
    const box = text.getBBox();
    return box.y + box.height + (text.parentElement === null ? 0 : shift(text.parentElement).y);
  }

  function move(element: Element, y: number): void {
    element.setAttribute('transform', `translate(${shift(element).x}, ${y})`);
  }

  function shift(element: Element): { readonly x: number; readonly y: number } {
    const matrix = element instanceof SVGGraphicsElement ? element.transform.baseVal.consolidate()?.matrix : undefined;
    return { x: matrix?.e ?? 0, y: matrix?.f ?? 0 };
  }
}
