/**
 * Folds a flowchart or a state diagram that runs on until its letters cannot be read: like lines of a text, its parts stand in rows one
 * below the other, or in columns where it runs down. It is cut where at most two links pass; these take a lane of their own between the
 * rows. Where no cut makes the letters clearly larger, all stays where Mermaid put it. Runs in the page, before links get their heads.
 */
export function foldGraph(svg: SVGSVGElement): void {
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  /** Along the run of the graph, and across it. */
  interface Span {
    readonly from: number;
    readonly to: number;
    readonly low: number;
    readonly high: number;
  }
  /** The evidence of a slide, and the most a drawing grows in it. */
  const [roomX, roomY, mostScale] = [1120, 424, 1.36];
  /** Letters of a label as drawn and as little as can be read, px. */
  const [letters, least] = [22, 18];
  /** How much larger letters have to become; how many links may pass a cut; the most rows. */
  const [clearly, mostPassing, mostRows] = [1.2, 2, 4];
  /** Between a row and a lane, between lanes, beside a link that leaves its row, px. */
  const [rim, pitch, clear] = [24, 20, 10];
  const toRoot = svg.getScreenCTM()?.inverse();
  const kind = document.documentElement.dataset.kind ?? '';
  if (toRoot === undefined || !/^(flowchart|graph|state)/.test(kind) || svg.querySelector('.cluster') !== null) return;
  const nodes = [...svg.querySelectorAll<SVGGElement>('.node')].map((element) => ({ element, box: boxOf(element) }));
  const holders = new Map(
    [...svg.querySelectorAll<SVGGElement>('.edgeLabel[transform]')].map((holder) => [
      holder.querySelector('[data-id]')?.getAttribute('data-id') ?? '',
      holder,
    ]),
  );
  const links = [...svg.querySelectorAll<SVGPathElement>('path[data-id]')].map(linkOf);
  if (nodes.length < 5 || links.some(({ from, to }) => from === undefined || to === undefined)) return;
  const isLevel =
    links.filter(({ from, to }) => from !== undefined && to !== undefined && isBeside(from.box, to.box)).length * 2 >=
    links.length;
  const whole = around([...nodes.map(({ box }) => box), ...links.flatMap(({ box, label }) => [box, ...label])]);
  const before = scaleOf(whole.right - whole.left, whole.bottom - whole.top);
  if (letters * before >= least) return;
  const cuts = cutsOf();
  const plans = Array.from({ length: mostRows - 1 }, (_, index) => planOf(index + 2)).filter(
    (plan) => plan !== undefined,
  );
  const best = plans.sort((a, b) => b.scale - a.scale)[0];
  if (best !== undefined && best.scale >= before * clearly) apply(best);

  function linkOf(path: SVGPathElement) {
    const [start, end] = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())];
    const holder = holders.get(path.getAttribute('data-id') ?? '');
    const words = holder?.querySelector<SVGTextElement>('text');
    const hasWords = words !== null && words !== undefined && words.textContent?.trim() !== '';
    const label = hasWords && words !== undefined && words !== null ? [boxOf(words)] : [];
    return { path, from: nodeAt(start), to: nodeAt(end), holder, label, box: boxOf(path) };
  }

  function nodeAt({ x, y }: DOMPoint): (typeof nodes)[number] | undefined {
    const near = 8;
    return nodes.find(
      ({ box }) => box.left - near <= x && x <= box.right + near && box.top - near <= y && y <= box.bottom + near,
    );
  }

  function boxOf(part: SVGGraphicsElement): Box {
    const { x, y, width, height } = part.getBBox();
    const matrix = toRoot?.multiply(part.getScreenCTM() ?? new DOMMatrix()) ?? new DOMMatrix();
    const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((p) => p.matrixTransform(matrix));
    return { left: from?.x ?? 0, right: to?.x ?? 0, top: from?.y ?? 0, bottom: to?.y ?? 0 };
  }

  function isBeside(one: Box, other: Box): boolean {
    const [x, y] = [one.left + one.right - other.left - other.right, one.top + one.bottom - other.top - other.bottom];
    return Math.abs(x) > Math.abs(y);
  }

  function around(boxes: readonly Box[]): Box {
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
  }

  function scaleOf(width: number, height: number): number {
    return Math.min(roomX / width, roomY / height, mostScale);
  }

  function spanOf({ left, right, top, bottom }: Box): Span {
    return isLevel
      ? { from: left, to: right, low: top, high: bottom }
      : { from: top, to: bottom, low: left, high: right };
  }

  function middleOf(box: Box): number {
    const { from, to } = spanOf(box);
    return (from + to) / 2;
  }

  /** Places between nodes at which few links pass. */
  function cutsOf(): readonly { readonly at: number; readonly passing: number }[] {
    const spans = nodes.map(({ box }) => spanOf(box)).sort((a, b) => a.from - b.from);
    let end = Number.NEGATIVE_INFINITY;
    const free = spans.flatMap(({ from, to }) => {
      const at = from > end && end > Number.NEGATIVE_INFINITY ? [(from + end) / 2] : [];
      end = Math.max(end, to);
      return at;
    });
    return free
      .map((at) => ({ at, passing: links.filter((link) => passes(link, at)).length }))
      .filter(({ passing }) => passing <= mostPassing);
  }

  function passes({ from, to }: (typeof links)[number], at: number): boolean {
    return from !== undefined && to !== undefined && middleOf(from.box) < at !== middleOf(to.box) < at;
  }

  /** Cut into so many rows of about one length; undefined where that cannot be. */
  function planOf(count: number) {
    const { from: start, to: end } = spanOf(whole);
    const chosen: number[] = [];
    for (let row = 1; row < count; row++) {
      const wanted = start + ((end - start) * row) / count;
      const [nearest] = cuts
        .filter(({ at }) => at > (chosen.at(-1) ?? start))
        .sort((a, b) => Math.abs(a.at - wanted) + 80 * a.passing - Math.abs(b.at - wanted) - 80 * b.passing);
      if (nearest === undefined) return undefined;
      chosen.push(nearest.at);
    }
    const rowOf = (box: Box): number => chosen.filter((at) => at < middleOf(box)).length;
    const ends = links.map(({ from, to }) => [rowOf(from?.box ?? whole), rowOf(to?.box ?? whole)] as const);
    if (ends.some(([from, to]) => Math.abs(from - to) > 1)) return undefined;
    const rows = Array.from({ length: count }, (_, row) => {
      const own = links.filter((_, index) => ends[index]?.every((one) => one === row));
      const boxes = nodes.map(({ box }) => box).filter((box) => rowOf(box) === row);
      return { own, boxes, span: spanOf(around([...boxes, ...own.flatMap(({ box, label }) => [box, ...label])])) };
    });
    const lanes = links.flatMap((link, index) => {
      const [from = 0, to = 0] = ends[index] ?? [];
      return from === to ? [] : [{ link, below: Math.min(from, to), isForward: from < to }];
    });
    if (!lanes.every(({ link, below, isForward }) => isClear(link, below, isForward))) return undefined;
    let across = rows[0]?.span.low ?? 0;
    const moves = rows.map(({ span }, row) => {
      const by = { along: (rows[0]?.span.from ?? 0) - span.from, across: across - span.low };
      across += span.high - span.low;
      const own = lanes.filter(({ below }) => below === row);
      const places = own.map((lane, index) => {
        across += index === 0 ? rim : pitch;
        across += isLevel ? heightOf(lane.link) : 0;
        const at = across;
        across += isLevel ? 0 : widthOf(lane.link);
        return { ...lane, at };
      });
      if (own.length > 0) across += rim;
      return { by, places };
    });
    const [length, breadth] = [
      Math.max(...rows.map(({ span }) => span.to - span.from)),
      across - (rows[0]?.span.low ?? 0),
    ];
    const scale = isLevel ? scaleOf(length, breadth) : scaleOf(breadth, length);
    return { scale, rowOf, moves, lanes: moves.flatMap(({ places }) => places), ends };

    /** Whether nothing of a row lies between the node of a link and the lane outside. */
    function isClear({ from, to, path }: (typeof links)[number], below: number, isForward: boolean): boolean {
      const [above, under] = isForward ? [from, to] : [to, from];
      return [above, under].every((node, index) => {
        const row = rows[below + index];
        if (node === undefined || row === undefined) return false;
        const [{ low, high }, at] = [spanOf(node.box), middleOf(node.box)];
        const way = index === 0 ? { low: high + 2, high: row.span.high } : { low: row.span.low, high: low - 2 };
        const others = [
          ...row.boxes.filter((box) => box !== node.box),
          ...row.own.flatMap(({ label }) => label),
          ...row.own.filter((link) => link.path !== path).flatMap(pointsOf),
        ].map(spanOf);
        return !others.some(
          (span) => span.from < at + clear && at - clear < span.to && span.low < way.high && way.low < span.high,
        );
      });
    }
  }

  function pointsOf({ path }: (typeof links)[number]): readonly Box[] {
    const length = path.getTotalLength();
    return Array.from({ length: 33 }, (_, index) => {
      const { x, y } = path.getPointAtLength((length * index) / 32);
      return { left: x, right: x, top: y, bottom: y };
    });
  }

  function heightOf({ label: [box] }: (typeof links)[number]): number {
    return box === undefined ? 0 : box.bottom - box.top;
  }

  function widthOf({ label: [box] }: (typeof links)[number]): number {
    return box === undefined ? 0 : box.right - box.left + clear;
  }

  function apply({ moves, rowOf, lanes, ends }: NonNullable<ReturnType<typeof planOf>>): void {
    const shifts = moves.map(({ by: { along, across } }) =>
      isLevel ? { x: along, y: across } : { x: across, y: along },
    );
    const shiftOf = (box: Box) => shifts[rowOf(box)] ?? { x: 0, y: 0 };
    for (const { element, box } of nodes) move(element.closest('[transform]'), shiftOf(box));
    for (const [index, { path, holder, from }] of links.entries()) {
      const shift = shiftOf(from?.box ?? whole);
      if (ends[index]?.[0] !== ends[index]?.[1]) continue;
      move(holder, shift);
      const d = path.getAttribute('d') ?? '';
      path.setAttribute(
        'd',
        d.replace(
          /(-?[\d.]+)([\s,]+)(-?[\d.]+)/g,
          (_, x, by, y) => `${Number(x) + shift.x}${by}${Number(y) + shift.y}`,
        ),
      );
    }
    const ways = lanes.flatMap(({ link }) => [link.from, link.to]);
    const met = new Map<unknown, number>();
    for (const { link, at, isForward } of lanes) {
      if (link.from === undefined || link.to === undefined) continue;
      const [from, to] = [link.from.box, link.to.box].map((box) => spanOf(moved(box, shiftOf(box))));
      if (from === undefined || to === undefined) continue;
      const [leave, enter] = isForward ? [from.high, to.low] : [from.low, to.high];
      const [start, end] = [(from.from + from.to) / 2 + besideOf(link.from), (to.from + to.to) / 2 + besideOf(link.to)];
      const turns = [
        [start, leave],
        [start, at],
        [end, at],
        [end, enter],
      ] as const;
      const points = turns.map(([along, across]) => (isLevel ? `${along},${across}` : `${across},${along}`));
      link.path.setAttribute('d', `M${points.join('L')}`);
      link.path.setAttribute('data-level', '');
      const [box] = link.label;
      if (box === undefined || link.holder === undefined) continue;
      const middle = (start + end) / 2;
      const [x, y] = isLevel
        ? [middle - (box.left + box.right) / 2, at - 8 - box.bottom]
        : [at + clear - box.left, middle - (box.top + box.bottom) / 2];
      move(link.holder, { x, y });
      for (const ground of link.holder.querySelectorAll('rect')) ground.remove();
    }

    /** Links that meet a block at one side part there; other shapes have a corner. */
    function besideOf(node: (typeof ways)[number]): number {
      if (node?.element.querySelector(':scope > rect, :scope > a > rect') === null) return 0;
      const index = met.get(node) ?? 0;
      met.set(node, index + 1);
      return (index - (ways.filter((way) => way === node).length - 1) / 2) * 2 * clear;
    }
  }

  function moved({ left, right, top, bottom }: Box, { x, y }: { readonly x: number; readonly y: number }): Box {
    return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
  }

  function move(part: Element | null | undefined, { x, y }: { readonly x: number; readonly y: number }): void {
    const placed = part?.getAttribute('transform') ?? '';
    const [ownX = 0, ownY = 0] = (/translate\(([-\d.]+)[\s,]+([-\d.]+)\)/.exec(placed) ?? []).slice(1).map(Number);
    part?.setAttribute('transform', `translate(${ownX + x}, ${ownY + y})`);
  }
}
