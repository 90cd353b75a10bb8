/**
 * Gives the boxes of a drawing the sizes Mermaid has no option for: states more room around their words, and boxes that stand below one
 * another in a flowchart from side to side one width. Links are cut where the boxes now end. Drawings with groups stay as they are.
 * Runs in the page.
 */
export function growBoxes(svg: SVGSVGElement): void {
  /** What a state gains on each side and above and below, px; Mermaid leaves its words 8. */
  const [beside, above] = [12, 8];
  /** The most a box is widened to reach the widest of its rank, times its width; the least that stays between two boxes, px. */
  const [mostGrowth, apart] = [2, 24];
  const toRoot = svg.getScreenCTM()?.inverse();
  const kind = document.documentElement.dataset.kind ?? '';
  if (toRoot === undefined || svg.querySelector('.cluster') !== null || !/^(stateDiagram|flowchart)/.test(kind)) return;
  const boxes = [...svg.querySelectorAll<SVGRectElement>('.node > rect.label-container')].map((rect) => {
    const place = boxOf(rect);
    return { rect, was: place, now: new DOMRect(place.x, place.y, place.width, place.height) };
  });
  const links = [...svg.querySelectorAll<SVGPathElement>('path[data-id]')];
  if (kind.startsWith('state')) for (const { now } of boxes) widen(now, beside, above);
  else for (const rank of ranksOf()) level(rank);
  const grown = boxes.filter(({ was, now }) => was.width !== now.width);
  if (grown.some(({ now }) => boxes.some((other) => other.now !== now && isNear(now, other.now)))) return;
  for (const { rect, was, now } of grown) {
    for (const [side, by] of [['x', was.x - now.x] as const, ['y', was.y - now.y] as const])
      rect.setAttribute(side, String(Number(rect.getAttribute(side)) - by));
    rect.setAttribute('width', String(now.width));
    rect.setAttribute('height', String(now.height));
  }
  for (const link of links) cut(link);

  function boxOf(part: SVGGraphicsElement): DOMRect {
    const { x, y, width, height } = part.getBBox();
    const corner = new DOMPoint(x, y).matrixTransform(toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()));
    return new DOMRect(corner.x, corner.y, width, height);
  }

  function widen(box: DOMRect, x: number, y: number): void {
    box.x -= x;
    box.y -= y;
    box.width += 2 * x;
    box.height += 2 * y;
  }

  /** Boxes around one upright line, none of which leads to another. */
  function ranksOf(): readonly (typeof boxes)[] {
    const middle = ({ was }: (typeof boxes)[number]): number => Math.round(was.x + was.width / 2);
    const ranks = [...new Set(boxes.map(middle))].map((x) => boxes.filter((box) => middle(box) === x));
    const joins = (rank: typeof boxes): boolean =>
      links.some((link) => endsOf(link).every((end) => rank.includes(end)));
    return ranks.filter((rank) => rank.length > 1 && !joins(rank));
  }

  function level(rank: typeof boxes): void {
    const width = Math.max(...rank.map(({ was }) => was.width));
    for (const { was, now } of rank) if (was.width * mostGrowth >= width) widen(now, (width - was.width) / 2, 0);
  }

  function isNear(a: DOMRect, b: DOMRect): boolean {
    const isBeside = a.right + apart > b.left && b.right + apart > a.left;
    return isBeside && a.bottom > b.top && b.bottom > a.top;
  }

  function endsOf(link: SVGPathElement): typeof boxes {
    const points = [link.getPointAtLength(0), link.getPointAtLength(link.getTotalLength())];
    return points.flatMap((point) => boxes.find(({ was }) => distance(was, point) < 7) ?? []);
  }

  /** Of a point outside a box; 0 within it. */
  function distance(box: DOMRect, { x, y }: DOMPoint): number {
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  }

  /** Lets a link end as far from the grown boxes as it ended from the boxes. */
  function cut(link: SVGPathElement): void {
    const length = link.getTotalLength();
    const [from, to] = [within(link, 0, 1), within(link, length, -1)];
    if ((from === 0 && to === 0) || from + to > length - 16) return;
    const numbers = (link.getAttribute('d') ?? '').match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
    const isStraight = !/[^MLmlzZ\d\s,.e-]/.test(link.getAttribute('d') ?? '') && numbers.length === 4;
    const count = isStraight ? 1 : Math.ceil((length - from - to) / 4);
    const points = Array.from({ length: count + 1 }, (_, index) =>
      link.getPointAtLength(from + ((length - from - to) * index) / count),
    );
    link.setAttribute('d', points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join(''));
  }

  /** How much of a link, from one of its ends, a grown box has come to cover. */
  function within(link: SVGPathElement, end: number, direction: 1 | -1): number {
    const point = link.getPointAtLength(end);
    const box = boxes.find(({ was }) => distance(was, point) < 7);
    if (box === undefined || !grown.includes(box)) return 0;
    const gap = distance(box.was, point);
    let covered = 0;
    while (
      covered < link.getTotalLength() &&
      distance(box.now, link.getPointAtLength(end + direction * covered)) < gap + 0.01
    )
      covered += 0.25;
    return Math.max(0, covered - 0.25);
  }
}
