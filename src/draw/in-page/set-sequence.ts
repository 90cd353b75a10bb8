/**
 * Puts right what Mermaid's options do not reach in a sequence diagram: heads that are large, even on both sides and end where their line
 * meets a lifeline or a bar of activity, crosses that stop short of it, words close to their lines, readable numbers, lifelines that end with
 * the last message, a figure whose legs end above its name. Runs in the page.
 */
export function setSequence(svg: SVGSVGElement): void {
  /** How far a cross stands before the lifeline, from its middle, px. */
  const short = 15;
  /** How far before a lifeline Mermaid lets a line end; one of these pixels stays, px. */
  const spare = 2;
  /** What of a figure is kept, so that its name has room below it. */
  const figure = 0.8;
  setHeads();
  for (const words of svg.querySelectorAll('.messageText')) words.setAttribute('transform', 'translate(0, 8)');
  for (const line of svg.querySelectorAll<SVGLineElement>('line.messageLine0, line.messageLine1')) endLine(line);
  for (const number of svg.querySelectorAll('.sequenceNumber')) setNumber(number);
  for (const man of svg.querySelectorAll<SVGGElement>('g:has(> [id*="actor-man-torso"])')) shrink(man);
  cutLifelines();

  /** Mermaid's heads are uneven, and reach beyond the ends of their lines. */
  function setHeads(): void {
    const heads: readonly (readonly [name: string, shape: string, place: Readonly<Record<string, string>>])[] = [
      [
        'arrowhead',
        'M0 0L10 5L0 10z',
        { viewBox: '-5 -2 16 14', markerWidth: '25.6', markerHeight: '22.4', refX: '10' },
      ],
      ['filled-head', 'M18,7L9,13L14,7L9,1Z', { refX: '18' }],
      [
        'crosshead',
        'M0 0L16 16M16 0L0 16',
        {
          viewBox: '-2 -2 20 20',
          markerWidth: '20',
          markerHeight: '20',
          refX: '8',
          refY: '8',
          markerUnits: 'userSpaceOnUse',
        },
      ],
    ];
    for (const [name, shape, place] of heads) {
      const marker = svg.querySelector(`marker[id$="-${name}"]`);
      const path = marker?.querySelector('path');
      path?.setAttribute('d', shape);
      if (name === 'crosshead') path?.setAttribute('style', 'stroke-width: 4px; stroke-dasharray: none; fill: none');
      for (const [attribute, value] of Object.entries(place)) marker?.setAttribute(attribute, value);
    }
  }

  /** A head that lies on a bar of activity is not seen whole: the line ends at the bar's side. */
  function endLine(line: SVGLineElement): void {
    for (const [name, end, start] of [['marker-end', 'x2', 'x1'] as const, ['marker-start', 'x1', 'x2'] as const]) {
      const head = line.getAttribute(name);
      if (head === null || head === 'none') continue;
      const [x, from, y] = [end, start, 'y2'].map((key) => Number(line.getAttribute(key)));
      if (x === undefined || from === undefined || y === undefined) continue;
      const back = x > from ? -1 : 1;
      const sides = barsAt(x, y).map((bar) => (back < 0 ? bar.left : bar.right));
      const met = [x, ...sides].reduce((one, other) => ((other - one) * back > 0 ? other : one));
      const by = /crosshead/.test(head) ? short : met === x ? -spare : 0;
      line.setAttribute(end, String(met + by * back));
    }
  }

  /** A bar that starts with a message may start a little below it. */
  function barsAt(x: number, y: number): readonly { readonly left: number; readonly right: number }[] {
    const near = 4;
    return [...svg.querySelectorAll<SVGRectElement>('rect[class^="activation"]')].flatMap((bar) => {
      const box = bar.getBBox();
      const isAt = box.x - 1 <= x && x <= box.x + box.width + 1;
      return isAt && box.y - near <= y && y <= box.y + box.height + near
        ? [{ left: box.x, right: box.x + box.width }]
        : [];
    });
  }

  /** Mermaid hangs the disc below a message's number on a line without length, as a marker that is too small for a digit to be read. */
  function setNumber(number: Element): void {
    const line = number.previousElementSibling;
    if (line?.localName !== 'line') return;
    const disc = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    const [x, y] = [line.getAttribute('x1') ?? '0', Number(line.getAttribute('y1'))];
    for (const [name, value] of [['cx', x] as const, ['cy', String(y)] as const, ['r', '14'] as const])
      disc.setAttribute(name, value);
    disc.setAttribute('class', 'number-disc');
    line.replaceWith(disc);
    number.setAttribute('y', String(y + 6));
  }

  function shrink(man: SVGGElement): void {
    const parts = [...man.querySelectorAll<SVGGraphicsElement>(':scope > line, :scope > circle')].filter(
      (part) => !part.matches('.actor-line'),
    );
    const boxes = parts.map((part) => part.getBBox());
    const top = Math.min(...boxes.map(({ y }) => y));
    const [left, right] = [Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map(({ x, width }) => x + width))];
    const [x, y] = [((left + right) / 2) * (1 - figure), top * (1 - figure)];
    for (const part of parts) part.setAttribute('transform', `translate(${x}, ${y}) scale(${figure})`);
  }

  /** With no actors at the foot, Mermaid draws lifelines 2000 px long. */
  function cutLifelines(): void {
    const lines = [...svg.querySelectorAll('line.actor-line')];
    const others = [
      ...svg.querySelectorAll<SVGGraphicsElement>('rect, text, path, line:not(.actor-line), polygon, circle'),
    ];
    const end = Math.max(...others.filter((part) => part.closest('defs, marker') === null).map(lowest));
    for (const line of lines) if (Number(line.getAttribute('y2')) > end + 16) line.setAttribute('y2', String(end + 16));
  }

  function lowest(part: SVGGraphicsElement): number {
    const box = part.getBBox();
    return box.y + box.height;
  }
}
