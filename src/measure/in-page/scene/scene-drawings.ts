import type { Box } from '../../../model/laid-out.js';
import type {
  SceneConnector,
  SceneHead,
  SceneLine,
  SceneParagraph,
  SceneRect,
  SceneShape,
} from '../../../model/scene.js';
import type { sceneLetters } from './scene-letters.js';
import type { sceneSteps } from './scene-steps.js';
import type { sceneValues } from './scene-values.js';

/** A line with the signs that it took, and those that PowerPoint has no name for as shapes of their own. */
type Connected = Pick<SceneConnector, 'from' | 'to'> & {
  readonly shape: SceneConnector;
  readonly signs: readonly Head[];
  readonly crosses: readonly SceneRect[];
};

type Point = { readonly x: number; readonly y: number };

/** A shape of a drawing that others may be glued to, and the points of its edge at which they are, from its corner. */
interface Node {
  readonly element: Element;
  readonly id: string;
  readonly box: Box;
  readonly form: SceneRect['form'];
  readonly sites: Point[];
}

/** A sign at a line's end, where it stands and how far it reaches. */
interface Head {
  readonly element: Element;
  readonly kind: SceneHead;
  readonly at: Point;
}

/**
 * A drawing of boxes and straight lines between them as shapes and connectors, in the order they are painted. Undefined where it has
 * anything else, or no line that leads from a box to a box: it is a picture then. Runs in the page.
 */
export function sceneDrawings(
  { boxOf, origin, rgba, hexOver, ground }: ReturnType<typeof sceneValues>,
  { stepOf }: ReturnType<typeof sceneSteps>,
  { paragraphOf, isText }: ReturnType<typeof sceneLetters>,
) {
  /** How far a line may end before a box that it leads to, and how large the sign between them may be, px. */
  const reach = 34;
  return { shapesOf };

  function shapesOf(svg: SVGSVGElement, name: string, alt: string): readonly SceneShape[] | undefined {
    const parts = [...svg.querySelectorAll<SVGGraphicsElement>('*')].filter(
      (one) => one.closest('defs, marker') === null && !['g', 'tspan', 'title', 'desc'].includes(one.localName),
    );
    if (parts.length > 200 || parts.some((one) => !isKnown(one))) return undefined;
    const texts = parts.filter(isText);
    const boxes = parts.flatMap((one) => nodeOf(one, name));
    const nodes = boxes.filter((box) => isNode(box, texts, boxes));
    const lines = parts.filter(isLine).filter((one) => !isSign(one));
    const heads = parts.filter(isSign).map(headOf);
    if (lines.some((one) => !isStraight(one))) return undefined;
    const connectors = new Map(lines.map((one) => [one as Element, connectorOf(one, nodes, heads)]));
    const isGlued = [...connectors.values()].some(({ from, to }) => from !== undefined && to !== undefined);
    if (!isGlued) return undefined;
    const used = new Set([...connectors.values()].flatMap(({ signs }) => signs));
    if (heads.some((head) => !used.has(head))) return undefined;
    const held = new Map<Element, Node>();
    for (const text of texts) {
      const node = nodes.find(({ box }) => isInside(middleOf(boxOf(text.getBoundingClientRect())), box));
      if (node !== undefined) held.set(text, node);
    }
    const frame: SceneRect = {
      kind: 'rect',
      form: 'rect',
      box: boxOf(svg.getBoundingClientRect()),
      paragraphs: [],
      alt,
    };
    const written = parts.flatMap((one): readonly SceneShape[] => {
      const connector = connectors.get(one);
      if (connector !== undefined) return [connector.shape, ...connector.crosses];
      const node = nodes.find(({ element }) => element === one);
      if (node !== undefined) {
        const own = texts.filter((text) => held.get(text) === node);
        return [
          { ...areaOf(node), id: node.id, sites: node.sites, paragraphs: own.map((text) => placedIn(node.box, text)) },
        ];
      }
      const box = boxes.find(({ element }) => element === one);
      if (box !== undefined) return [areaOf(box)];
      return isText(one) && !held.has(one) ? [labelOf(one)] : [];
    });
    return [frame, ...written];
  }

  function isKnown(part: SVGGraphicsElement): boolean {
    if (isText(part)) return true;
    const style = getComputedStyle(part);
    if (style.clipPath !== 'none' || style.mask !== 'none' || style.fill.includes('url(')) return false;
    return isSign(part) || isLine(part) || isBox(part);
  }

  function sizeOf(part: Element): { readonly width: number; readonly height: number } {
    return part.getBoundingClientRect();
  }

  function isBox(part: Element): boolean {
    const { width, height } = sizeOf(part);
    if (part.localName === 'polygon') return isDiamond(part as SVGPolygonElement) && width >= reach;
    return ['rect', 'circle', 'ellipse'].includes(part.localName) && width >= 16 && height >= 16;
  }

  function isDiamond({ points }: SVGPolygonElement): boolean {
    const all = Array.from({ length: points.numberOfItems }, (_, index) => points.getItem(index));
    const corners = all.filter((one, index) => index === 0 || one.x !== all[0]?.x || one.y !== all[0]?.y);
    if (corners.length !== 4) return false;
    const xs = corners.map(({ x }) => x);
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
    return corners.filter(({ x }) => Math.abs(x - middle) < 1).length === 2;
  }

  function isLine(part: SVGElement): part is SVGGeometryElement {
    const { fill, stroke } = getComputedStyle(part);
    const isOpen = part.localName === 'line' || (['path', 'polyline'].includes(part.localName) && fill === 'none');
    return isOpen && stroke !== 'none';
  }

  /** A small sign at the end of a line: a filled one, two strokes that meet, a ring. */
  function isSign(part: Element): boolean {
    const { width, height } = sizeOf(part);
    if (width > reach || height > reach) return false;
    if (part.localName === 'circle') return width < 16 * scaleOf(part);
    if (part.localName !== 'path' || !isPath(part)) return false;
    const isFilled = getComputedStyle(part).fill !== 'none';
    return isFilled || (width > 4 && height > 4);
  }

  function isPath(part: Element): part is SVGPathElement {
    return part instanceof SVGPathElement;
  }

  function scaleOf(part: Element): number {
    const matrix = part instanceof SVGGraphicsElement ? part.getScreenCTM() : null;
    return matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
  }

  function headOf(element: Element): Head {
    const isFilled = getComputedStyle(element).fill !== 'none';
    const at = middleOf(boxOf(element.getBoundingClientRect()));
    if (element.localName === 'circle') return { element, kind: 'dot', at };
    if (isCross(element)) return { element, kind: 'cross', at };
    return { element, kind: isFilled ? 'arrow' : 'open', at };
  }

  /** Two strokes that do not meet at an end. */
  function isCross(shape: Element): boolean {
    const strokes = (shape.getAttribute('d') ?? '').match(/[Mm]/g) ?? [];
    return strokes.length > 1 && getComputedStyle(shape).stroke !== 'none';
  }

  function nodeOf(element: Element, name: string): readonly Node[] {
    if (!isBox(element) || isSign(element)) return [];
    const round = Number.parseFloat(getComputedStyle(element).rx) || 0;
    const forms = { circle: 'ellipse', ellipse: 'ellipse', polygon: 'diamond' } as const;
    const form = forms[element.localName as keyof typeof forms] ?? (round * scaleOf(element) > 2 ? 'round' : 'rect');
    const box = boxOf(element.getBoundingClientRect());
    return [{ element, id: `${name} ${Math.round(box.x)} ${Math.round(box.y)}`, box, form, sites: [] }];
  }

  /** It is seen against the slide, has words, and is no frame around others. */
  function isNode({ box, element }: Node, texts: readonly Element[], boxes: readonly Node[]): boolean {
    const { fill, line } = paintOf(element);
    if (line === undefined && (fill === undefined || fill === ground())) return false;
    const holds = texts.some((text) => isInside(middleOf(boxOf(text.getBoundingClientRect())), box));
    const frames = boxes.some(
      (other) => other.box !== box && other.box.height > 30 && isInside(middleOf(other.box), box),
    );
    return holds && !frames;
  }

  function paintOf(element: Element): { readonly fill?: string; readonly line?: SceneLine } {
    const style = getComputedStyle(element);
    const fill = rgba(style.fill);
    const line = lineOf(element);
    return {
      ...(fill[3] < 0.02 || Number(style.fillOpacity) < 0.02 ? {} : { fill: hexOver(fill) }),
      ...(line === undefined ? {} : { line }),
    };
  }

  function areaOf({ element, box, form }: Node): SceneRect {
    return { kind: 'rect', form, box, ...paintOf(element), ...stepOf(element), paragraphs: [] };
  }

  function lineOf(element: Element): SceneLine | undefined {
    const style = getComputedStyle(element);
    const colour = rgba(style.stroke);
    const width = Number.parseFloat(style.strokeWidth) * scaleOf(element);
    if (style.stroke === 'none' || colour[3] < 0.02 || width < 0.1) return undefined;
    const [first = 0] = style.strokeDasharray.split(/[ ,]+/).map((part) => Number.parseFloat(part) || 0);
    const dash = style.strokeDasharray === 'none' ? 'solid' : first * scaleOf(element) > width * 1.5 ? 'dash' : 'dot';
    return { colour: hexOver(colour), width, dash };
  }

  function pointsOf(line: SVGGeometryElement): readonly Point[] {
    const length = line.getTotalLength();
    const matrix = line.getScreenCTM();
    const { x, y } = origin();
    return Array.from({ length: 9 }, (_, index) => {
      const point = line.getPointAtLength((length * index) / 8);
      const seen = matrix === null ? point : point.matrixTransform(matrix);
      return { x: seen.x - x, y: seen.y - y };
    });
  }

  function isStraight(line: SVGGeometryElement): boolean {
    const points = pointsOf(line);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return false;
    const length = Math.hypot(last.x - first.x, last.y - first.y);
    if (length < 8) return false;
    return points.every(
      ({ x, y }) => Math.abs((last.y - first.y) * (x - first.x) - (last.x - first.x) * (y - first.y)) / length < 4,
    );
  }

  function connectorOf(line: SVGGeometryElement, nodes: readonly Node[], heads: readonly Head[]): Connected {
    const points = pointsOf(line);
    const [start = { x: 0, y: 0 }, end = start] = [points[0], points.at(-1)];
    const first = endOf(start, end, nodes, heads);
    const last = endOf(end, start, nodes, heads);
    const style = getComputedStyle(line);
    const startHead = first.sign?.kind ?? markerOf(style.markerStart);
    const endHead = last.sign?.kind ?? markerOf(style.markerEnd);
    const [from, to] = [first.glue, last.glue];
    const glue = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const [a, b] = [first.at, last.at];
    const shape: SceneConnector = {
      kind: 'connector',
      box: { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) },
      start: a,
      end: b,
      line: lineOf(line) ?? { colour: '000000', width: 1, dash: 'solid' },
      heads: {
        ...(startHead === undefined ? {} : { start: startHead }),
        ...(endHead === undefined ? {} : { end: endHead }),
      },
      ...glue,
      ...stepOf(line),
    };
    const crosses = [
      ...(startHead === 'cross' ? [crossAt(first.sign?.at ?? between(a, b), shape)] : []),
      ...(endHead === 'cross' ? [crossAt(last.sign?.at ?? between(b, a), shape)] : []),
    ];
    return { shape, signs: [first.sign, last.sign].filter((sign) => sign !== undefined), crosses, ...glue };
  }

  /** A little way from one end of a line to the other. */
  function between(end: Point, other: Point): Point {
    const length = Math.hypot(end.x - other.x, end.y - other.y) || 1;
    return { x: end.x + ((other.x - end.x) * 12) / length, y: end.y + ((other.y - end.y) * 12) / length };
  }

  function crossAt({ x, y }: Point, { line, step }: SceneConnector): SceneRect {
    const size = 36;
    const box = { x: x - size / 2, y: y - size / 2, width: size, height: size };
    return {
      kind: 'rect',
      form: 'cross',
      box,
      fill: line.colour,
      paragraphs: [],
      ...(step === undefined ? {} : { step }),
    };
  }

  /** Where a line ends: at the edge of the box it leads to, at the tip of its sign, or where it is drawn to. */
  function endOf(point: Point, other: Point, nodes: readonly Node[], heads: readonly Head[]) {
    const sign = heads.find(({ at }) => Math.hypot(at.x - point.x, at.y - point.y) < reach * 0.75);
    const length = Math.hypot(point.x - other.x, point.y - other.y) || 1;
    const way = { x: (point.x - other.x) / length, y: (point.y - other.y) / length };
    for (const node of nodes) {
      const { x, y, width, height } = node.box;
      const edges = [
        { at: (y - point.y) / way.y, side: way.y > 0.2 },
        { at: (x - point.x) / way.x, side: way.x > 0.2 },
        { at: (y + height - point.y) / way.y, side: way.y < -0.2 },
        { at: (x + width - point.x) / way.x, side: way.x < -0.2 },
      ];
      const hits = edges.flatMap(({ at, side }, index) => {
        const hit = { x: point.x + way.x * at, y: point.y + way.y * at };
        const isOn = hit.x > x - 1 && hit.x < x + width + 1 && hit.y > y - 1 && hit.y < y + height + 1;
        return side && isOn && at > -12 && at < reach ? [{ at, hit, index }] : [];
      });
      const [hit] = hits.sort((a, b) => Math.abs(a.at) - Math.abs(b.at));
      if (hit !== undefined)
        return { at: hit.hit, sign, glue: { id: node.id, site: siteOf(node, hit.hit, hit.index) } };
    }
    return { at: sign === undefined ? point : sign.at, sign, glue: undefined };
  }

  /** One of a rectangle's own sites where the line meets it in the middle of a side, else one of its own. */
  function siteOf({ box, sites, form }: Node, { x, y }: Point, side: number): number {
    const middles = [
      { x: box.width / 2, y: 0 },
      { x: 0, y: box.height / 2 },
      { x: box.width / 2, y: box.height },
      { x: box.width, y: box.height / 2 },
    ];
    const own = { x: x - box.x, y: y - box.y };
    const middle = middles[side] ?? own;
    if (form === 'ellipse') return side * 2;
    if (form !== 'rect' || Math.hypot(middle.x - own.x, middle.y - own.y) < 1.5) return side;
    const known = sites.findIndex((site) => Math.hypot(site.x - own.x, site.y - own.y) < 0.5);
    return known >= 0 ? 4 + known : 3 + sites.push(own);
  }

  function markerOf(address: string): SceneHead | undefined {
    const id = /#([^")]+)/.exec(address)?.[1];
    const marker = id === undefined ? null : document.getElementById(id);
    if (marker === null) return undefined;
    if (marker.querySelector('circle, ellipse') !== null) return 'dot';
    const shape = marker.querySelector('path, polygon');
    if (shape !== null && isCross(shape)) return 'cross';
    return shape !== null && getComputedStyle(shape).fill === 'none' ? 'open' : 'arrow';
  }

  /** Words as far from a box's edge as they are, where they are not in its middle. */
  function placedIn(box: Box, text: Element): SceneParagraph {
    const paragraph = paragraphOf(text);
    const words = boxOf(text.getBoundingClientRect());
    const isMiddle = Math.abs(words.x + words.width / 2 - box.x - box.width / 2) < 3;
    const isOneLine = paragraph.runs.every(({ kind }) => kind === 'words');
    if (paragraph.align !== 'start' || (isMiddle && isOneLine)) return { ...paragraph, align: 'center' };
    const left = Math.max(0, words.x - box.x);
    return { ...paragraph, indent: { first: left, rest: left } };
  }

  function labelOf(text: Element): SceneShape {
    const box = boxOf(text.getBoundingClientRect());
    const paragraph: SceneParagraph = paragraphOf(text);
    return { kind: 'text', role: 'text', box, wraps: false, paragraphs: [paragraph], ...stepOf(text) };
  }

  function middleOf({ x, y, width, height }: Box): Point {
    return { x: x + width / 2, y: y + height / 2 };
  }

  function isInside({ x, y }: Point, box: Box): boolean {
    return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  }
}
