import type { Box, TextRole } from './presentation.js';
import { allBelow, childAt, numberOf, type XmlElement } from './xml-element.js';

/** The places that a slide's shapes may take: those of its layout, and of its master behind them. */
export interface Places {
  readonly layout: XmlElement | undefined;
  readonly master: XmlElement | undefined;
  /** What holds of all texts of the presentation. */
  readonly defaults: XmlElement | undefined;
}

const roles: Readonly<Record<string, TextRole>> = {
  title: 'title',
  ctrTitle: 'title',
  subTitle: 'subtitle',
  ftr: 'foot',
  hdr: 'foot',
  sldNum: 'number',
  dt: 'date',
};

/** What a shape takes from the places behind it. */
export interface Inherited {
  readonly role: TextRole;
  /** Whether a box of it, and its text styles, from the nearest. */
  readonly boxes: readonly XmlElement[];
  readonly styles: readonly (XmlElement | undefined)[];
}

/** The mark by which a shape takes a place (`p:ph`); undefined where it stands by itself. */
export function placeMark(shape: XmlElement): XmlElement | undefined {
  const [nonVisual] = shape.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && /^p:nv\w*Pr$/.test(child.name),
  );
  return childAt(nonVisual, 'p:nvPr', 'p:ph');
}

export function inherited(shape: XmlElement, { layout, master, defaults }: Places): Inherited {
  const own = childAt(shape, 'p:txBody', 'a:lstStyle');
  const mark = placeMark(shape);
  if (mark === undefined) return { role: 'text', boxes: [shape], styles: [own, defaults] };
  const type = mark.attributes.get('type') ?? 'obj';
  const role = roles[type] ?? 'body';
  const place = shapesOf(layout).find((one) => isSamePlace(placeMark(one), mark));
  const family = role === 'title' ? 'titleStyle' : role === 'body' || role === 'subtitle' ? 'bodyStyle' : 'otherStyle';
  const origin = shapesOf(master).find((one) => {
    const other = roles[placeMark(one)?.attributes.get('type') ?? 'obj'] ?? 'body';
    return placeMark(one) !== undefined && other === (role === 'subtitle' ? 'body' : role);
  });
  return {
    role,
    boxes: [shape, place, origin].filter((one): one is XmlElement => one !== undefined),
    styles: [
      own,
      ...[place, origin].map((one) => childAt(one, 'p:txBody', 'a:lstStyle')),
      childAt(master, 'p:txStyles', `p:${family}`),
      defaults,
    ],
  };
}

/** A place is known by its index; one without any by its type. */
function isSamePlace(one: XmlElement | undefined, mark: XmlElement): boolean {
  if (one === undefined) return false;
  const [mine, other] = [mark.attributes.get('idx'), one.attributes.get('idx')];
  if (mine !== undefined || other !== undefined) return mine === other;
  return roles[one.attributes.get('type') ?? ''] === roles[mark.attributes.get('type') ?? ''];
}

const kept = new WeakMap<XmlElement, readonly XmlElement[]>();

function shapesOf(root: XmlElement | undefined): readonly XmlElement[] {
  if (root === undefined) return [];
  const known = kept.get(root) ?? allBelow(childAt(root, 'p:cSld', 'p:spTree'), 'p:sp', 'p:pic', 'p:graphicFrame');
  kept.set(root, known);
  return known;
}

/** From a group's own measures to the slide's. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly along: number;
}

/** Where the first shape says it stands, as shares of the slide's width; undefined where none does. */
export function boxOf(shapes: readonly XmlElement[], frame: Frame): Box | undefined {
  for (const shape of shapes) {
    const transform = transformOf(shape);
    const [off, ext] = [childAt(transform, 'a:off'), childAt(transform, 'a:ext')];
    const [x, y, width, height] = [numberOf(off, 'x'), numberOf(off, 'y'), numberOf(ext, 'cx'), numberOf(ext, 'cy')];
    if (x === undefined || y === undefined || width === undefined || height === undefined) continue;
    return {
      x: frame.x + x * frame.across,
      y: frame.y + y * frame.along,
      width: width * frame.across,
      height: height * frame.along,
    };
  }
  return undefined;
}

function transformOf(shape: XmlElement): XmlElement | undefined {
  return childAt(shape, 'p:xfrm') ?? childAt(shape, 'p:spPr', 'a:xfrm') ?? childAt(shape, 'p:grpSpPr', 'a:xfrm');
}

/** The measures inside a group. */
export function frameWithin(group: XmlElement, frame: Frame): Frame {
  const transform = transformOf(group);
  const [off, ext] = [childAt(transform, 'a:off'), childAt(transform, 'a:ext')];
  const [inner, size] = [childAt(transform, 'a:chOff'), childAt(transform, 'a:chExt')];
  const share = (whole: number | undefined, part: number | undefined): number =>
    whole === undefined || part === undefined || part === 0 ? 1 : whole / part;
  const across = share(numberOf(ext, 'cx'), numberOf(size, 'cx'));
  const along = share(numberOf(ext, 'cy'), numberOf(size, 'cy'));
  const [x, y] = [numberOf(off, 'x') ?? 0, numberOf(off, 'y') ?? 0];
  return {
    x: frame.x + (x - (numberOf(inner, 'x') ?? x) * across) * frame.across,
    y: frame.y + (y - (numberOf(inner, 'y') ?? y) * along) * frame.along,
    across: frame.across * across,
    along: frame.along * along,
  };
}
