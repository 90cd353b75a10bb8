/** Two labels of one drawing that are printed over each other. */
export interface FoundLabelOverlap {
  /** The slide's id. */
  readonly slide: string;
  /** The figure's id. */
  readonly diagram: string;
  readonly label: string;
  readonly over: string;
}

/**
 * Lists the labels of drawings that lie over each other on the slides of a deck in print view, the first two of each drawing. Labels may be
 * turned: their boxes are compared along their own sides (the separating axis theorem). Runs in the page.
 */
export function findLabelOverlaps(): FoundLabelOverlap[] {
  type Point = readonly [x: number, y: number];
  interface Line {
    readonly label: Element;
    readonly words: string;
    readonly px: number;
    readonly corners: readonly Point[];
  }
  const most = 2;
  const unseen =
    'defs, title, desc, style, script, marker, clipPath, mask, pattern, metadata, [aria-hidden="true"] [aria-hidden="true"], .fragment:is(.fade-out, .current-visible, .fade-in-then-out)';
  /** Letters reach less far than the box of their line, and those of two lines that are set close touch. */
  const slack = { along: 0.2, across: 0.35 };
  const slides = new Map<string, HTMLElement>();
  for (const section of document.querySelectorAll<HTMLElement>('.pdf-page section:not(:has(section))'))
    slides.set(section.id, section);
  return [...slides].flatMap(([slide, section]) =>
    [...section.querySelectorAll<SVGSVGElement>('figure .drawing > svg, figure > svg')].flatMap((drawing) =>
      overlapsIn(drawing, slide, drawing.closest('figure')?.id ?? ''),
    ),
  );

  function overlapsIn(drawing: SVGSVGElement, slide: string, diagram: string): FoundLabelOverlap[] {
    const lines = linesIn(drawing);
    const found: FoundLabelOverlap[] = [];
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) {
        if (found.length === most) return;
        if (one.label === other.label || isSame(one, other) || !lies(one, other)) continue;
        const [label, over] = [other, one].map((line) => wordsOf(line.label));
        if (label === undefined || over === undefined) continue;
        if (!found.some((known) => known.label === label && known.over === over))
          found.push({ slide, diagram, label, over });
      }
    });
    return found;
  }

  /** Only words are looked at: a map has thousands of paths, and the style of each would take longer than all the rest. */
  function linesIn(drawing: SVGSVGElement): Line[] {
    const labels = [...drawing.querySelectorAll('text, foreignObject')];
    return labels
      .filter((label) => label.closest(unseen) === null && isVisible(label))
      .flatMap((label) =>
        [label, ...label.querySelectorAll('*')].filter(hasWords).flatMap((part) => {
          if (part !== label && !isVisible(part)) return [];
          return part instanceof SVGTextContentElement ? drawnLine(part, label) : setLines(part, label);
        }),
      );
  }

  function hasWords(element: Element): boolean {
    return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
  }

  function isVisible(element: Element): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /** A line of SVG text: its box in its own directions, carried onto the page. Text that nothing paints is none. */
  function drawnLine(text: SVGTextContentElement, label: Element): readonly Line[] {
    const { fontSize, fill } = getComputedStyle(text);
    const matrix = text.getScreenCTM();
    const box = text.getBBox();
    if (matrix === null || box.width === 0 || fill === 'none') return [];
    const size = Number.parseFloat(fontSize);
    const spare = Math.max(0, (box.height - size) / 2);
    const [left, right, top, bottom] = [box.x, box.x + box.width, box.y + spare, box.y + box.height - spare];
    const corners = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ].map(([x = 0, y = 0]): Point => {
      const point = new DOMPoint(x, y).matrixTransform(matrix);
      return [point.x, point.y];
    });
    const px = size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    return [{ label, words: text.textContent ?? '', px, corners }];
  }

  /** Lines of HTML in a drawing. */
  function setLines(element: Element, label: Element): readonly Line[] {
    const px = Number.parseFloat(getComputedStyle(element).fontSize);
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].map(({ left, right, top, bottom }): Line => {
      const spare = Math.max(0, (bottom - top - px) / 2);
      const corners: readonly Point[] = [
        [left, top + spare],
        [right, top + spare],
        [right, bottom - spare],
        [left, bottom - spare],
      ];
      return { label, words: element.textContent ?? '', px, corners };
    });
  }

  /** The same words at the same place are one label, drawn twice for its edge. */
  function isSame(one: Line, other: Line): boolean {
    const [[x, y] = [0, 0]] = one.corners;
    const [[otherX, otherY] = [0, 0]] = other.corners;
    return one.words === other.words && Math.hypot(x - otherX, y - otherY) < 2;
  }

  function lies(one: Line, other: Line): boolean {
    const px = Math.min(one.px, other.px);
    return [one, other].every(({ corners: [first = [0, 0], second = [0, 0], third = [0, 0]] }) =>
      [
        { from: first, to: second, least: slack.along },
        { from: second, to: third, least: slack.across },
      ].every(({ from, to, least }) => commonAlong(one.corners, other.corners, from, to) > least * px),
    );
  }

  /** How far two boxes reach over each other in a direction; negative where there is room between them. */
  function commonAlong(one: readonly Point[], other: readonly Point[], from: Point, to: Point): number {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length === 0) return 0;
    const [x, y] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const [ofOne, ofOther] = [one, other].map((corners) => corners.map((corner) => corner[0] * x + corner[1] * y));
    if (ofOne === undefined || ofOther === undefined) return 0;
    return Math.min(Math.max(...ofOne), Math.max(...ofOther)) - Math.max(Math.min(...ofOne), Math.min(...ofOther));
  }

  /** Its lines are elements of their own, without a space between them. */
  function wordsOf(label: Element): string {
    const lines = [...label.children].map(({ textContent }) => textContent ?? '');
    const words = lines.length > 1 ? lines.join(' ') : (label.textContent ?? '');
    return words.replace(/\s+/g, ' ').trim().slice(0, 60);
  }
}
