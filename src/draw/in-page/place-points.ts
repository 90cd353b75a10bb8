/**
 * Sets the names of a quadrant chart's points where they lie over nothing else: below the point, as Mermaid has them, else beside it,
 * above it or at one of its corners. `svg` must be in the document. Runs in the page.
 */
export function placePoints(svg: SVGSVGElement): void {
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  const gap = 12;
  const frame = svg.querySelector<SVGGElement>('.border')?.getBBox();
  const places = [...svg.querySelectorAll<SVGGElement>('.data-point')].flatMap((group) => {
    const [circle, name] = [group.querySelector('circle'), group.querySelector('text')];
    if (circle === null || name === null) return [];
    const [x, y] = [Number(circle.getAttribute('cx')), Number(circle.getAttribute('cy'))];
    const { width, height } = name.getBBox();
    return [{ name, x, y, width, height, radius: Number(circle.getAttribute('r')) }];
  });
  const taken: Box[] = [...svg.querySelectorAll<SVGTextElement>('.quadrant text')].map((text) => {
    const { e = 0, f = 0 } = text.transform.baseVal.consolidate()?.matrix ?? {};
    const { x, y, width, height } = text.getBBox();
    return { left: e + x, right: e + x + width, top: f + y, bottom: f + y + height };
  });
  for (const { x, y, radius } of places)
    taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  for (const { name, x, y, width, height } of places.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const beside = { top: y - height / 2, bottom: y + height / 2 };
    const around = { left: x - width / 2, right: x + width / 2 };
    const ways: readonly Box[] = [
      { ...around, top: y + gap, bottom: y + gap + height },
      { ...beside, left: x + gap, right: x + gap + width },
      { ...beside, left: x - gap - width, right: x - gap },
      { ...around, top: y - gap - height, bottom: y - gap },
      ...[y + 4, y - 4 - height].flatMap((top) =>
        [x - gap - width, x + gap].map((left) => ({ left, right: left + width, top, bottom: top + height })),
      ),
    ];
    const free = ways.find((way) => isWithin(way) && taken.every((box) => !meet(way, box)));
    const [usual] = ways;
    const place = free ?? usual;
    if (place === undefined) continue;
    taken.push(place);
    if (place === usual) continue;
    name.setAttribute('transform', `translate(${(place.left + place.right) / 2}, ${place.top})`);
    name.setAttribute('text-anchor', 'middle');
    name.setAttribute('dominant-baseline', 'hanging');
  }

  function meet(one: Box, other: Box): boolean {
    const across = one.left < other.right + 4 && other.left < one.right + 4;
    return across && one.top < other.bottom && other.top < one.bottom;
  }

  function isWithin({ left, right, top, bottom }: Box): boolean {
    if (frame === undefined) return true;
    return left > frame.x && right < frame.x + frame.width && top > frame.y && bottom < frame.y + frame.height;
  }
}
