/**
 * Brings the messages of a long sequence closer together, so that its letters stay readable on a slide: the free room between what stands
 * below each other shrinks as far as the height asks for it, and never to less than a gap. What stands keeps its size; lifelines, bars of
 * activity and frames get shorter. `svg` must be in the document. Runs in the page.
 */
export function tightenSequence(svg: SVGSVGElement): void {
  /** The evidence of a slide, px. */
  const [roomX, roomY] = [1120, 424];
  /** The least that stays free between two, px. */
  const least = 3;
  const toRoot = svg.getScreenCTM()?.inverse();
  const parts = [
    ...svg.querySelectorAll<SVGGraphicsElement>('rect, line, path, polygon, text, circle, ellipse, polyline'),
  ].filter((part) => part.closest('defs, marker, symbol, g[transform] g[transform]') === null);
  if (toRoot === undefined || parts.length === 0) return;
  const boxes = parts.map((part) => ({ part, ...spanOf(part) }));
  const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
  const wanted = roomY / Math.min(1, roomX / width);
  if (height <= wanted) return;
  const stands = joined(boxes.filter(({ part }) => !stretches(part)).map(inkOf));
  const gaps = stands.slice(1).map(({ top }, index) => ({ from: stands[index]?.bottom ?? top, to: top }));
  const spare = gaps.reduce((sum, { from, to }) => sum + Math.max(0, to - from - least), 0);
  if (spare === 0) return;
  const kept = Math.max(0, 1 - (height - wanted) / spare);
  for (const { part, top, bottom } of boxes) {
    if (stretches(part)) stretch(part);
    else lift((top + bottom) / 2, part);
  }

  function spanOf(part: SVGGraphicsElement) {
    const { x, y, width, height } = part.getBBox();
    const matrix = toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()) ?? new DOMMatrix();
    const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((point) =>
      point.matrixTransform(matrix),
    );
    return { left: from?.x ?? 0, right: to?.x ?? 0, top: from?.y ?? 0, bottom: to?.y ?? 0 };
  }

  /** What reaches over others: lifelines, bars, frames and what lies behind. */
  function stretches(part: Element): boolean {
    if (part.matches('line.actor-line, rect[class^="activation"], rect.rect')) return true;
    return (
      part.localName === 'line' && part.matches('.loopLine') && part.getAttribute('y1') !== part.getAttribute('y2')
    );
  }

  /** Letters reach less far than the box of their line; a head reaches to both sides of its line. */
  function inkOf({ part, top, bottom }: (typeof boxes)[number]): { readonly top: number; readonly bottom: number } {
    if (part.localName === 'text') return { top: top + (bottom - top) * 0.2, bottom: bottom - (bottom - top) * 0.04 };
    return bottom - top < 2 ? { top: top - 3, bottom: bottom + 3 } : { top, bottom };
  }

  function joined(spans: readonly { readonly top: number; readonly bottom: number }[]) {
    const found: { top: number; bottom: number }[] = [];
    for (const { top, bottom } of [...spans].sort((a, b) => a.top - b.top)) {
      const last = found.at(-1);
      if (last !== undefined && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
      else found.push({ top, bottom });
    }
    return found;
  }

  /** How far what stands at `y` moves up. */
  function shiftAt(y: number): number {
    return gaps.reduce((sum, { from, to }) => {
      const passed = Math.min(1, Math.max(0, (y - from) / (to - from)));
      return sum + Math.max(0, to - from - least) * (1 - kept) * passed;
    }, 0);
  }

  function lift(middle: number, part: SVGGraphicsElement): void {
    const placed = part.getAttribute('transform') ?? '';
    part.setAttribute('transform', `translate(0, ${-shiftAt(middle)}) ${placed}`.trim());
  }

  function stretch(part: SVGGraphicsElement): void {
    if (part.localName === 'line') {
      for (const name of ['y1', 'y2']) {
        const y = Number(part.getAttribute(name));
        part.setAttribute(name, String(y - shiftAt(y)));
      }
      return;
    }
    const [y, height] = ['y', 'height'].map((name) => Number(part.getAttribute(name)));
    if (y === undefined || height === undefined) return;
    const top = y - shiftAt(y);
    part.setAttribute('y', String(top));
    part.setAttribute('height', String(y + height - shiftAt(y + height) - top));
  }
}
