/**
 * Sets a timeline as the deck sets its days: left-aligned under rules, no boxes. Section, thick rule, period, thin rule, events, each
 * starting where its column starts. A timeline that runs from top to bottom stays as it is. Runs in the page.
 */
export function setTimeline(svg: SVGSVGElement): void {
  /** Between the events of a period, px. */
  const eventGap = 12;
  /** Periods that can be read beside each other. */
  const mostBeside = 6;
  const periods = [...svg.querySelectorAll('.taskWrapper')];
  const events = [...svg.querySelectorAll('.eventWrapper')];
  const columns = new Set(periods.map((period) => shift(period).x));
  if (periods.length === 0 || events.some((event) => !columns.has(shift(event).x))) return;
  for (const part of svg.querySelectorAll('.lineWrapper, .timeline-node path, .eventWrapper line')) part.remove();
  for (const text of svg.querySelectorAll<SVGTextElement>('.timeline-node text')) {
    text.style.textAnchor = 'start';
    const box = text.parentElement;
    if (box !== null) box.setAttribute('transform', `translate(0, ${shift(box).y})`);
  }
  for (const line of svg.querySelectorAll('.eventWrapper tspan[dy="1.1em"]')) line.setAttribute('dy', '1.25em');
  const title = [...svg.children].find((child) => child.localName === 'text');
  title?.setAttribute('x', String(Math.min(...columns)));
  const sections = [...svg.querySelectorAll('.timeline-node')].flatMap(({ parentElement: parent }) =>
    parent === null || parent.matches('.taskWrapper, .eventWrapper') ? [] : [parent],
  );
  // Many periods take two rows, and these the whole height of a slide.
  const isLong = columns.size > mostBeside;
  const belowSections = setRow(sections, undefined, 'section-rule', isLong ? 10 : 36);
  const belowPeriods = setRow(periods, belowSections, 'period-rule', isLong ? 0 : 24);
  const first = Math.min(...events.map((event) => shift(event).y));
  const next = new Map<number, number>();
  for (const event of events) {
    const { x } = shift(event);
    const top = next.get(x) ?? belowPeriods ?? first;
    move(event, top);
    const texts = [...event.querySelectorAll('text')];
    const above = Math.min(...texts.map((text) => bottomOf(text) - text.getBBox().height));
    next.set(x, top + Math.max(0, ...texts.map(bottomOf)) + eventGap - above);
  }

  /** Puts a row at `top`, its rule close below its texts; answers where the next row starts, `distance` below. Undefined: it stays, and there may be none. */
  function setRow(
    row: readonly Element[],
    top: number | undefined,
    rule: string,
    distance: number,
  ): number | undefined {
    if (row[0] === undefined) return top;
    const below = Math.max(...row.flatMap((part) => [...part.querySelectorAll('text')].map(bottomOf)));
    for (const part of row) {
      if (top !== undefined) move(part, top);
      for (const line of part.querySelectorAll('line')) {
        for (const name of ['y1', 'y2']) line.setAttribute(name, String(below + 8));
        // Columns part as those of the slide do; Mermaid leaves 10 px.
        line.setAttribute('x2', String(Number(line.getAttribute('x2')) - 20));
        line.setAttribute('class', rule);
      }
    }
    return shift(row[0]).y + below + distance;
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
