/**
 * Folds a timeline of more periods than fit beside each other in letters that can be read: its periods stand in rows one below the other,
 * parted between sections where the rows come out about as long. A section that goes on in the next row has its rule there again. Runs in
 * the page, after the timeline is set.
 */
export function foldTimeline(svg: SVGSVGElement): void {
  /** The evidence of a slide, px. */
  const [roomX, roomY] = [1120, 424];
  /** Between two rows, px. */
  const gap = 18;
  /** Below the title, px. */
  const underTitle = 6;
  /** Between columns, as the timeline is set, px. */
  const margin = 30;
  const wrappers = [...svg.querySelectorAll<SVGGElement>('.taskWrapper, .eventWrapper')];
  const sections = [...svg.querySelectorAll('.timeline-node')].flatMap(({ parentElement: parent }) =>
    parent instanceof SVGGElement && !parent.matches('.taskWrapper, .eventWrapper') ? [parent] : [],
  );
  const parts = [...sections, ...wrappers].map((element) => ({ element, ...placeOf(element) }));
  const columns = [
    ...new Set([...svg.querySelectorAll<SVGGElement>('.taskWrapper')].map((task) => placeOf(task).x)),
  ].sort((a, b) => a - b);
  const [first = 0, second = 0] = columns;
  const pitch = second - first;
  const isAcross = wrappers.every((wrapper) => columns.includes(placeOf(wrapper).x));
  if (columns.length < 4 || !isAcross || pitch <= 0) return;
  const top = Math.min(...parts.map(({ y }) => y));
  const title = [...svg.children].find((child) => child instanceof SVGTextElement);
  const titleBox = title instanceof SVGTextElement ? title.getBBox() : undefined;
  const head = titleBox === undefined ? 0 : titleBox.height + underTitle;
  const plans = [1, 2, 3].map((rows) => {
    const starts = startsOf(rows);
    const rests = starts.map((start, row) => columns.slice(start, starts[row + 1]));
    const heights = rests.map((rest) => Math.max(...parts.filter(({ x }) => rest.includes(x)).map(lowest)) - top + gap);
    const height = head + heights.reduce((sum, one) => sum + one, 0) - gap;
    const width = Math.max(...rests.map((rest) => rest.length)) * pitch - margin;
    return { starts, heights, scale: Math.min(1, roomX / width, roomY / height) };
  });
  const best = plans.reduce((one, other) => (other.scale > one.scale * 1.1 ? other : one));
  if (best.starts.length > 1) fold(best);

  /** With which period each row begins. */
  function startsOf(rows: number): readonly number[] {
    const bounds = sections.map((section) => columns.indexOf(placeOf(section).x));
    return Array.from({ length: rows }, (_, row) => {
      const even = Math.round((columns.length * row) / rows);
      return bounds.find((bound) => Math.abs(bound - even) <= 1 && bound > 0 && row > 0) ?? even;
    });
  }

  function lowest({ element, y }: (typeof parts)[number]): number {
    const texts = [...element.querySelectorAll<SVGTextElement>('text')];
    return y + Math.max(0, ...texts.map((text) => text.getBBox().y + text.getBBox().height + innerOf(text)));
  }

  function innerOf(text: SVGTextElement): number {
    return text.parentElement instanceof SVGGElement ? placeOf(text.parentElement).y : 0;
  }

  function fold({ starts, heights }: (typeof plans)[number]): void {
    const downOf = (row: number): number => heights.slice(0, row).reduce((sum, height) => sum + height, 0);
    if (titleBox !== undefined)
      title?.setAttribute('transform', `translate(0, ${top - underTitle - titleBox.y - titleBox.height})`);
    for (const { element, x, y } of parts) {
      const column = columns.indexOf(x);
      const row = rowOf(column);
      element.setAttribute('transform', `translate(${x - shiftOf(row)}, ${y + downOf(row)})`);
      if (element.querySelector('line.section-rule') !== null) divide(element, column);
    }

    function rowOf(column: number): number {
      return starts.filter((start) => start <= column).length - 1;
    }

    function shiftOf(row: number): number {
      return (columns[starts[row] ?? 0] ?? first) - first;
    }

    function divide(section: SVGGElement, column: number): void {
      const rule = section.querySelector('line');
      if (rule === null) return;
      const from = Number(rule.getAttribute('x1'));
      const count = Math.round((Number(rule.getAttribute('x2')) - from + margin) / pitch);
      const row = rowOf(column);
      const rest = column + count - (starts[row + 1] ?? columns.length);
      if (rest <= 0) return;
      rule.setAttribute('x2', String(from + (count - rest) * pitch - margin));
      const again = rule.cloneNode() as SVGLineElement;
      again.setAttribute('x2', String(from + rest * pitch - margin));
      const [x, y] = [first - placeOf(section).x, heights[row] ?? 0];
      again.setAttribute('transform', `translate(${x}, ${y})`);
      rule.after(again);
    }
  }

  function placeOf(element: SVGGElement): { readonly x: number; readonly y: number } {
    const { e = 0, f = 0 } = element.transform.baseVal.consolidate()?.matrix ?? {};
    return { x: e, y: f };
  }
}
