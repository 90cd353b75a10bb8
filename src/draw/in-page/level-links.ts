/**
 * Draws the links of a flowchart from side to side as the deck draws relations: level, one below the other, each under its label, with
 * nodes as high as their links; among actors also as far apart as the slide is wide. Mermaid spreads links like a fan, so that labels come
 * to lie on lines and heads on corners. Only where all of it is found to fit and no node but an actor's grows beyond recognition, else
 * everything stays where Mermaid put it. Runs in the page.
 */
export function levelLinks(svg: SVGSVGElement): void {
  interface Box {
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  /** From a label to its line, from a node's edge to its outer lines, from a node's side to a label, between what passes a node and it, px. */
  const [below, margin, aside, clear] = [9, 24, 22, 16];
  /** The most a node may grow to that is no actor's block, times its height. */
  const mostGrowth = 2.4;
  /** What a figure of relations is fitted into, above its legend, and the most its labels grow. */
  const [roomX, roomY, mostScale] = [1120, 352, 26 / 22];
  /** What edges add to a figure, px. */
  const rim = 3;
  const actors = '[data-hue]';
  const toRoot = svg.getScreenCTM()?.inverse();
  if (toRoot === undefined || svg.querySelector('.cluster') !== null) return;
  const nodes = [...svg.querySelectorAll<SVGGElement>('.node')].map((element) => {
    const shape = element.querySelector<SVGRectElement>(':scope > rect.label-container');
    const box = boxOf(shape ?? element);
    return { element, shape, box, centre: (box.top + box.bottom) / 2, height: box.bottom - box.top, moved: 0 };
  });
  const labels = new Map([...svg.querySelectorAll('.edgeLabel > [data-id]')].map((part) => [idOf(part), part]));
  const links = [...svg.querySelectorAll<SVGPathElement>('.flowchart-link')].map(linkOf);
  if (links.length === 0 || !links.every(isSideways) || nodes.some(({ shape }) => shape === null)) return;
  const areActors = nodes.every(({ element }) => element.matches(actors));
  const direct = links.filter((link) => strangersOf(link).length === 0);
  for (const node of nodes) stretch(node, direct);
  for (const side of [1, -1] as const) setPassing(side);
  for (const node of nodes) stretch(node, links);
  if (isCrowded() || (!areActors && !links.some(isParallel) && nodes.some(isOvergrown))) return;
  if (areActors) widen();
  for (const { element, shape, box, moved } of nodes) {
    // A node that is clicked stands in a link, and the link is what Mermaid places.
    const placed = element.closest('[transform]');
    const x = /\(([-\d.]+)/.exec(placed?.getAttribute('transform') ?? '')?.[1] ?? 0;
    placed?.setAttribute('transform', `translate(${Number(x) + moved}, ${(box.top + box.bottom) / 2})`);
    shape?.setAttribute('y', String((box.top - box.bottom) / 2));
    shape?.setAttribute('height', String(box.bottom - box.top));
  }
  for (const link of links) draw(link);

  function linkOf(path: SVGPathElement) {
    const length = path.getTotalLength();
    const [start, end] = [path.getPointAtLength(0), path.getPointAtLength(length)];
    const [from, to] = [nodeAt(start), nodeAt(end)];
    const text = labels.get(idOf(path))?.querySelector('text') ?? undefined;
    const words = text?.textContent?.trim() === '' ? undefined : text;
    const label = words === undefined ? undefined : boxOf(words);
    const y = label === undefined ? path.getPointAtLength(length / 2).y : label.bottom + below;
    const [first, second] = start.x < end.x ? [from, to] : [to, from];
    const run = { left: first?.box.right ?? 0, right: second?.box.left ?? 0, top: y, bottom: y };
    if (label !== undefined) {
      const width = label.right - label.left;
      label.left = run.left + aside;
      label.right = label.left + width;
    }
    return { path, from, to, words, label, run, isForward: start.x < end.x };
  }

  function idOf(element: Element): string {
    return element.getAttribute('data-id') ?? '';
  }

  function boxOf(part: SVGGraphicsElement): Box {
    const { x, y, width, height } = part.getBBox();
    const matrix = toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()) ?? new DOMMatrix();
    const [start, end] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)];
    const [from, to] = [start.matrixTransform(matrix), end.matrixTransform(matrix)];
    return { left: from.x, right: to.x, top: from.y, bottom: to.y };
  }

  /** Mermaid lets a line end a little before the node. */
  function nodeAt({ x, y }: DOMPoint): (typeof nodes)[number] | undefined {
    return nodes.find(({ box }) => meet(box, { left: x, right: x, top: y, bottom: y }, 6));
  }

  function isSideways({ from, to, label, run }: (typeof links)[number]): boolean {
    if (from === undefined || to === undefined) return false;
    return run.left + 60 < run.right && (label === undefined || label.right + aside < run.right);
  }

  function isParallel({ path, from, to }: (typeof links)[number]): boolean {
    const ends = [from, to];
    return links.some((other) => other.path !== path && ends.includes(other.from) && ends.includes(other.to));
  }

  /** A node reaches over its links and their labels, and keeps the height it had. */
  function stretch(node: (typeof nodes)[number], ofLinks: typeof links): void {
    const own = ofLinks.filter(({ from, to }) => from === node || to === node);
    if (own.length === 0) return;
    const top = Math.min(...own.map(({ run, label }) => Math.min(label?.top ?? run.top, run.top - margin)));
    const bottom = Math.max(...own.map(({ run }) => run.bottom)) + margin;
    const spare = Math.max(0, node.box.bottom - node.box.top - (bottom - top)) / 2;
    node.box.top = top - spare;
    node.box.bottom = bottom + spare;
  }

  function isOvergrown({ box, height, element }: (typeof nodes)[number]): boolean {
    return !element.matches(actors) && box.bottom - box.top > mostGrowth * height;
  }

  /** Parts the ranks until the figure fills its room: lines grow, blocks and words do not. */
  function widen(): void {
    const boxes = nodes.map(({ box }) => box);
    const ends = [...boxes, ...links.flatMap(({ run, label }) => [run, ...(label === undefined ? [] : [label])])];
    const height = Math.max(...ends.map(({ bottom }) => bottom)) - Math.min(...ends.map(({ top }) => top)) + rim;
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)) + rim;
    const ranks = boxes.filter((box, index) => boxes.every((other, at) => at >= index || !isAbove(box, other)));
    const spare = roomX / Math.min(mostScale, roomY / height) - width;
    if (ranks.length < 2 || spare <= 0) return;
    const rankOf = (x: number): number => ranks.filter(({ right }) => right <= x).length;
    const shift = spare / (ranks.length - 1);
    const moves = nodes.map(({ box }) => shift * rankOf(box.left));
    for (const link of links) {
      const { run, label } = link;
      const [left, right] = [run.left, run.right];
      run.left += shift * (rankOf(left) - 1);
      run.right += shift * rankOf(right);
      if (label === undefined) continue;
      const isAside = Math.abs(label.left - left - aside) < 1;
      const by = isAside ? run.left - left : (run.left + run.right - left - right) / 2;
      label.left += by;
      label.right += by;
    }
    for (const [index, node] of nodes.entries()) {
      node.moved = moves[index] ?? 0;
      node.box.left += node.moved;
      node.box.right += node.moved;
    }
  }

  /** Whether two boxes stand in one rank. */
  function isAbove(a: Box, b: Box): boolean {
    return a.left < b.right && b.left < a.right;
  }

  /** The nodes a link passes on its way. */
  function strangersOf({ from, to, run }: (typeof links)[number]): typeof nodes {
    return nodes.filter(
      (node) => node !== from && node !== to && node.box.left < run.right && run.left < node.box.right,
    );
  }

  /** Moves the links that pass nodes out of their way, on the side they are on: below (1) or above (-1), one beyond the other. */
  function setPassing(side: 1 | -1): void {
    const passing = links
      .map((link) => ({ link, strangers: strangersOf(link) }))
      .filter(({ link: { run }, strangers }) => strangers.some(({ centre }) => (run.top - centre) * side > 0))
      .sort((a, b) => (a.link.run.top - b.link.run.top) * side);
    const taken: Box[] = [];
    for (const { link, strangers } of passing) {
      const { run, label } = link;
      if (label !== undefined) {
        const width = label.right - label.left;
        label.left = (run.left + run.right - width) / 2;
        label.right = label.left + width;
      }
      const near = [
        ...strangers.map(({ box }) => box),
        ...taken.filter((box) => box.left < run.right && run.left < box.right),
      ];
      const edge = side > 0 ? Math.max(...near.map(({ bottom }) => bottom)) : Math.min(...near.map(({ top }) => top));
      const own = side > 0 ? (label?.top ?? run.top) : run.bottom;
      const shift = side * Math.max(0, (edge + side * clear - own) * side);
      for (const box of [run, ...(label === undefined ? [] : [label])]) {
        box.top += shift;
        box.bottom += shift;
      }
      taken.push({ ...run, top: label?.top ?? run.top });
    }
  }

  function isCrowded(): boolean {
    const tooNear = links.some(({ run, label, from, to }, index) => {
      const others = links.slice(index + 1);
      const strangers = nodes.filter((node) => node !== from && node !== to);
      return (
        others.some((other) => meet(run, other.run, 14)) ||
        strangers.some(({ box }) => meet(box, run, 12)) ||
        (label !== undefined &&
          (nodes.some(({ box }) => meet(box, label, 4)) ||
            links.some((other) => other.run !== run && meet(label, other.run, 3)) ||
            others.some((other) => other.label !== undefined && meet(label, other.label, 2))))
      );
    });
    return tooNear || nodes.some(({ box }, index) => nodes.slice(index + 1).some((other) => meet(box, other.box, 16)));
  }

  function meet(a: Box, b: Box, distance: number): boolean {
    return (
      a.left < b.right + distance &&
      b.left < a.right + distance &&
      a.top < b.bottom + distance &&
      b.top < a.bottom + distance
    );
  }

  function draw({ path, words, label, run, isForward }: (typeof links)[number]): void {
    const [start, end] = isForward ? [run.left, run.right] : [run.right, run.left];
    path.setAttribute('d', `M${start},${run.top}L${end},${run.top}`);
    path.setAttribute('data-level', '');
    if (words === undefined || label === undefined) return;
    const holder = words.closest('.edgeLabel');
    for (const part of [words, ...words.querySelectorAll('tspan')]) part.removeAttribute('text-anchor');
    words.style.textAnchor = 'start';
    holder?.querySelector('rect')?.remove();
    holder?.removeAttribute('transform');
    const placed = boxOf(words);
    holder?.setAttribute('transform', `translate(${label.left - placed.left}, ${label.top - placed.top})`);
  }
}
