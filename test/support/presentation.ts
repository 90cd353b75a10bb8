import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** The elements of a kind below another, in document order. */
export function below(parent: Document | Element, name: string): readonly Element[] {
  return Array.from(parent.getElementsByTagName(name));
}

/** A part of a presentation as XML. */
export function partOf(bytes: Uint8Array, path: string): Document {
  const part = unzipSync(new Uint8Array(bytes))[path];
  if (part === undefined) throw new Error(`no part ${path}`);
  return new DOMParser().parseFromString(strFromU8(part), 'text/xml');
}

/** The paths of a presentation's slides, in order. */
export function slidePaths(bytes: Uint8Array): readonly string[] {
  const count = below(partOf(bytes, 'ppt/presentation.xml'), 'p:sldId').length;
  return Array.from({ length: count }, (_, index) => `ppt/slides/slide${index + 1}.xml`);
}

/** All words of a slide or of its notes, a paragraph a line, signs of items before them. */
export function linesOf(part: Document | Element): readonly string[] {
  const open: ({ readonly key: string; readonly number: number } | undefined)[] = [];
  /** As PowerPoint counts: on within a level while the kind and the first number stay. */
  const numberOf = (paragraph: Element): string | undefined => {
    const level = Number(below(paragraph, 'a:pPr')[0]?.getAttribute('lvl') ?? 0);
    open.length = Math.min(open.length, level + 1);
    const counted = below(paragraph, 'a:buAutoNum')[0];
    if (counted === undefined) {
      open[level] = undefined;
      return undefined;
    }
    const [type, start] = ['type', 'startAt'].map((name) => counted.getAttribute(name) ?? '');
    const key = `${type} ${start}`;
    const before = open[level];
    const number = before?.key === key ? before.number + 1 : Number(start);
    open[level] = { key, number };
    return type?.startsWith('arabicP') && !type.includes('Paren') ? `${number}.` : `${type} ${number}`;
  };
  return below(part, 'a:p').map((paragraph) => {
    const sign = below(paragraph, 'a:buChar')[0]?.getAttribute('char');
    const number = numberOf(paragraph);
    const words = below(paragraph, 'a:t').map(({ textContent }) => textContent ?? '');
    return [sign ?? number ?? '', words.join('')].filter((one) => one !== '').join(' ');
  });
}

/** A slide as an outline that one can read: each shape with its place, its alternative, its words and when it appears. */
export function slideOutline(bytes: Uint8Array, path: string): readonly string[] {
  const slide = partOf(bytes, path);
  const clicks = clicksOf(slide);
  const shapes = [
    ...below(slide, 'p:sp'),
    ...below(slide, 'p:pic'),
    ...below(slide, 'p:graphicFrame'),
    ...below(slide, 'p:cxnSp'),
  ];
  const inOrder = shapes.sort((a, b) => idOf(a) - idOf(b)).filter((shape) => !isRule(shape));
  return inOrder.flatMap((shape) => {
    const mark = below(shape, 'p:ph')[0];
    const chart = below(shape, 'c:chart')[0];
    const kind =
      chart !== undefined ? 'chart' : mark === undefined ? shape.tagName.slice(2) : mark.getAttribute('type') || 'body';
    const alt = below(shape, 'p:cNvPr')[0]?.getAttribute('descr') ?? '';
    const decorative = below(shape, 'adec:decorative').length > 0 ? ' decorative' : '';
    const click = clicks.get(String(idOf(shape)));
    const name = `${kind}${decorative}${alt === '' ? '' : ` "${alt}"`}${click === undefined ? '' : ` @${click}`}`;
    return [
      name,
      ...linesOf(shape)
        .filter((line) => line !== '')
        .map((line) => `  ${line}`),
    ];
  });
}

export function idOf(shape: Element): number {
  return Number(below(shape, 'p:cNvPr')[0]?.getAttribute('id'));
}

/** A line or an area without words. */
function isRule(shape: Element): boolean {
  return shape.tagName === 'p:sp' && below(shape, 'adec:decorative').length > 0;
}

/** By the ids of shapes: the clicks with which they or their paragraphs appear. */
function clicksOf(slide: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let click = 0;
  for (const effect of below(slide, 'p:cTn').filter((one) => one.getAttribute('presetID') === '1')) {
    if (effect.getAttribute('nodeType') === 'clickEffect') click += 1;
    const id = below(effect, 'p:spTgt')[0]?.getAttribute('spid') ?? '';
    const paragraph = below(effect, 'p:pRg')[0]?.getAttribute('st');
    const said = paragraph == null ? String(click) : `${click} paragraph ${paragraph}`;
    found.set(id, [found.get(id), said].filter((one) => one !== undefined).join(', '));
  }
  return found;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a line begins and ends, English metric units. */
export function endsOf(line: Element): { readonly start: Point; readonly end: Point } {
  const { x, y, width, height } = boxOf(line);
  const [frame] = below(line, 'a:xfrm');
  const [across, along] = [frame?.getAttribute('flipH') === '1', frame?.getAttribute('flipV') === '1'];
  return {
    start: { x: across ? x + width : x, y: along ? y + height : y },
    end: { x: across ? x : x + width, y: along ? y : y + height },
  };
}

/** A site of a shape: its own by number, else those of a rectangle (ECMA-376, presetShapeDefinitions). */
export function siteOf(shape: Element, index: number): Point {
  const { x, y, width, height } = boxOf(shape);
  const own = below(shape, 'a:cxn')[index];
  const place = own === undefined ? undefined : below(own, 'a:pos')[0];
  if (place !== undefined) return { x: x + Number(place.getAttribute('x')), y: y + Number(place.getAttribute('y')) };
  const sites = [
    { x: x + width / 2, y },
    { x, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x: x + width, y: y + height / 2 },
  ];
  return sites[index] ?? { x: Number.NaN, y: Number.NaN };
}

function boxOf(shape: Element): Point & { readonly width: number; readonly height: number } {
  const [off, ext] = [below(shape, 'a:off')[0], below(shape, 'a:ext').find((one) => one.hasAttribute('cx'))];
  const number = (element: Element | undefined, name: string): number => Number(element?.getAttribute(name));
  return { x: number(off, 'x'), y: number(off, 'y'), width: number(ext, 'cx'), height: number(ext, 'cy') };
}
