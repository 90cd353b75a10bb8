/**
 * Gives the links of a flowchart the heads of the deck's lines, told apart in grey and from the back row: large and filled on thick links,
 * small and filled on plain ones, open on dashed ones, a cross, a ring. A line stops before its head, and the head has the line's colour.
 * Runs in the page.
 */
export function setHeads(svg: SVGSVGElement): void {
  type Head = 'large' | 'small' | 'open' | 'cross' | 'ring';
  /** How far from the node a line with this head ends, px. */
  const ends: Readonly<Record<Head, number>> = { large: 24, small: 14, open: 24, cross: 30, ring: 15 };
  const heads = new Map<string, string>();
  const labels = new Map(
    [...svg.querySelectorAll('.edgeLabel[transform]')].map((label) => [
      label.querySelector('[data-id]')?.getAttribute('data-id') ?? '',
      label,
    ]),
  );
  const list = svg.insertBefore(document.createElementNS('http://www.w3.org/2000/svg', 'defs'), svg.firstChild);
  for (const link of svg.querySelectorAll<SVGPathElement>('.flowchart-link')) setLink(link);

  function setLink(link: SVGPathElement): void {
    const [start, end] = [headOf(link, 'start'), headOf(link, 'end')];
    const points = pointsOf(link);
    const { stroke } = getComputedStyle(link);
    // Mermaid lets a line end 4 px before the node where its own arrowhead begins.
    const spare = (name: 'start' | 'end'): number =>
      (link.getAttribute(`marker-${name}`) ?? '').includes('point') && !link.hasAttribute('data-level') ? 4 : 0;
    const isDotted = end === 'cross' && link.matches('.edge-pattern-dotted');
    const cuts = {
      start: start === undefined ? (isDotted ? 8 : 0) : ends[start] - spare('start'),
      end: end === undefined ? 0 : ends[end] - spare('end'),
    };
    const isCut = points !== undefined && lengthOf(points) > cuts.start + cuts.end + 8;
    if (isCut) {
      const rest = shortened([...shortened(points, cuts.start)].reverse(), cuts.end).reverse();
      moveLabel(link, points, (cuts.end - cuts.start) / 2);
      link.setAttribute('d', rest.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join(''));
    }
    if (start === 'cross' || end === 'cross') link.classList.add('crossed');
    for (const [name, head] of [['start', start] as const, ['end', end] as const]) {
      if (head === undefined) continue;
      const beyond = isCut ? cuts[name] + spare(name) : spare(name);
      link.setAttribute(`marker-${name}`, `url(#${marker(head, name === 'end' ? 1 : -1, beyond, stroke)})`);
    }
  }

  /** On a straight link the label stands in the middle of the line that is seen, clear of the head. */
  function moveLabel(link: SVGPathElement, points: readonly DOMPoint[], back: number): void {
    const label = labels.get(link.getAttribute('data-id') ?? '');
    const [start, end] = [points[0], points.at(-1)];
    if (label === undefined || start === undefined || end === undefined || link.hasAttribute('data-level')) return;
    const length = distance(start, end);
    if (lengthOf(points) > length + 0.5) return;
    const [x = 0, y = 0] = (/translate\(([-\d.]+), ([-\d.]+)\)/.exec(label.getAttribute('transform') ?? '') ?? [])
      .slice(1)
      .map(Number);
    const [right, down] = [(back * (start.x - end.x)) / length, (back * (start.y - end.y)) / length];
    label.setAttribute('transform', `translate(${x + right}, ${y + down})`);
  }

  function headOf(link: SVGPathElement, name: 'start' | 'end'): Head | undefined {
    const drawn = /(point|cross|circle)(Start|End)/.exec(link.getAttribute(`marker-${name}`) ?? '')?.[1];
    if (drawn === undefined) return undefined;
    if (drawn !== 'point') return drawn === 'cross' ? 'cross' : 'ring';
    if (link.matches('.edge-thickness-thick')) return 'large';
    return link.matches('.edge-pattern-dotted') ? 'open' : 'small';
  }

  /** Undefined for a curve, which keeps its length. */
  function pointsOf(link: SVGPathElement): readonly DOMPoint[] | undefined {
    const d = link.getAttribute('d') ?? '';
    if (!/^[ML\d.,\s-]+$/.test(d)) return undefined;
    return [...d.matchAll(/(-?[\d.]+)[\s,]+(-?[\d.]+)/g)].map(([, x, y]) => new DOMPoint(Number(x), Number(y)));
  }

  function lengthOf(points: readonly DOMPoint[]): number {
    return points.slice(1).reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0);
  }

  function distance(a: DOMPoint, b: DOMPoint): number {
    return Math.hypot(b.x - a.x, b.y - a.y);
  }

  /** The line without its first `length` px. */
  function shortened(points: readonly DOMPoint[], length: number): DOMPoint[] {
    const [first, second, ...rest] = points;
    if (first === undefined || second === undefined) return [...points];
    const step = distance(first, second);
    if (step <= length && rest.length > 0) return shortened([second, ...rest], length - step);
    const share = step === 0 ? 0 : length / step;
    const start = new DOMPoint(first.x + (second.x - first.x) * share, first.y + (second.y - first.y) * share);
    return [start, second, ...rest];
  }

  /** A head whose tip lies `beyond` px after the line's end, pointing on (`way` 1) or back (-1). */
  function marker(head: Head, way: 1 | -1, beyond: number, colour: string): string {
    const key = [head, way, beyond, colour].join(' ');
    const known = heads.get(key);
    if (known !== undefined) return known;
    const id = `head-${heads.size + 1}`;
    heads.set(key, id);
    const tip = beyond * way;
    const shape = shapeOf(head, tip, way, colour);
    const box = `viewBox="${tip - 40} -20 80 40" markerWidth="80" markerHeight="40" markerUnits="userSpaceOnUse"`;
    list.insertAdjacentHTML('beforeend', `<marker id="${id}" ${box} refX="0" refY="0" orient="auto">${shape}</marker>`);
    return id;
  }

  function shapeOf(head: Head, tip: number, way: 1 | -1, colour: string): string {
    const filled = `style="fill: ${colour}; stroke: none"`;
    const outline = (width: number): string => `style="fill: none; stroke: ${colour}; stroke-width: ${width}px"`;
    if (head === 'large') return `<path d="M${tip},0l${-28 * way},-15v30z" ${filled}/>`;
    if (head === 'small') return `<path d="M${tip},0l${-18 * way},-9v18z" ${filled}/>`;
    if (head === 'open') return `<path d="M${tip - 20 * way},-10l${17 * way},10l${-17 * way},10" ${outline(3.5)}/>`;
    if (head === 'cross') return `<path d="M${tip - 18 * way - 10},-10l20,20m0,-20l-20,20" ${outline(4)}/>`;
    return `<circle cx="${tip - 8 * way}" cy="0" r="6.5" style="fill: var(--paper); stroke: ${colour}; stroke-width: 2px"/>`;
  }
}
