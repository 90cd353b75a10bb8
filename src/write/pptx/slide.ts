import type { ChartSheet, ScenePicture, SceneShape, SceneSlide, SceneTheme } from '../../model.js';
import { chartFrame } from './chart-frame.js';
import { connectorShape } from './connectors.js';
import { fill, nameSpaces } from './drawing.js';
import { slideData } from './master.js';
import type { Relation } from './office-package.js';
import { pictureShape, rectShape, textShape } from './shapes.js';
import { tableFrame } from './table.js';
import type { TextContext } from './text.js';
import { type Appearance, timing } from './timing.js';
import { el, type Xml, xmlPart } from './xml.js';

/** What a slide is written with. */
export interface SlideContext {
  readonly theme: SceneTheme;
  readonly lang: string;
  /** The path of the part that a link within the deck leads to. */
  readonly slidePath: (address: string) => string | undefined;
  /** Puts a chart and its workbook into the package; its path. */
  readonly chart: (sheet: ChartSheet) => string;
  /** Puts a picture's bytes into the package, once; its path. */
  readonly media: (bytes: string, type: 'png' | 'jpeg' | 'gif' | 'svg') => string;
}

export interface WrittenSlide {
  readonly xml: string;
  readonly relations: readonly Relation[];
}

/** A slide as its part and what that names; its layout and its notes have the first ids. `isBare`: it shows nothing that its layout carries. */
export function writeSlide(slide: SceneSlide, context: SlideContext, isBare: boolean): WrittenSlide {
  const { shapes, relations } = writeShapes(slide.shapes, 2, context);
  const appearances = slide.shapes.flatMap((shape, index) => (isWritten(shape) ? appearancesOf(index + 2, shape) : []));
  const isOwn = slide.ground !== context.theme.colours.paper;
  const ground = isOwn
    ? el('p:bg', {}, el('p:bgPr', {}, fill(slide.ground, context.theme), el('a:effectLst')))
    : undefined;
  const xml = xmlPart(
    el(
      'p:sld',
      { ...nameSpaces, showMasterSp: isBare ? 0 : undefined },
      // By its name a slide is known again when a colleague has edited the file.
      slideData(shapes, ground, slide.id),
      el('p:clrMapOvr', {}, el('a:masterClrMapping')),
      timing(appearances),
    ),
  );
  return { xml, relations };
}

/** Shapes of a slide or a layout, numbered from `first`, and what they name. */
export function writeShapes(
  all: readonly SceneShape[],
  first: number,
  context: SlideContext,
): { readonly shapes: readonly Xml[]; readonly relations: readonly Relation[] } {
  const relations: Relation[] = [];
  const relate = (kind: string, target: string, isOutside = false): string => {
    const known = relations.find((one) => one.kind === kind && one.target === target);
    if (known !== undefined) return known.id;
    const id = `rId${relations.length + 10}`;
    relations.push({ id, kind, target, isOutside });
    return id;
  };
  const link: TextContext['link'] = (address) => {
    if (!address.startsWith('#')) {
      const isKnown = /^(https?|mailto|ftp):/i.test(address) && URL.canParse(address);
      return isKnown ? { 'r:id': relate('hyperlink', new URL(address).href, true) } : undefined;
    }
    const path = context.slidePath(address.replace(/^#\/?/, ''));
    return path === undefined ? undefined : { 'r:id': relate('slide', path), action: 'ppaction://hlinksldjump' };
  };
  const text: TextContext = { theme: context.theme, lang: context.lang, link };
  const ids = new Map(
    all.flatMap((shape, index) => (shape.kind === 'rect' && shape.id !== undefined ? [[shape.id, index + first]] : [])),
  );
  const shapes = all.flatMap((shape, index): readonly Xml[] => {
    const written = shapeOf(index + first, shape, { text, context, relate, ids });
    return written === undefined ? [] : [written];
  });
  return { shapes, relations };
}

/** A picture that stands wholly beside the stage has nothing to show. */
function isWritten(shape: SceneShape): boolean {
  return shape.kind !== 'picture' || shape.media !== undefined;
}

function shapeOf(
  id: number,
  shape: SceneShape,
  {
    text,
    context,
    relate,
    ids,
  }: {
    readonly text: TextContext;
    readonly context: SlideContext;
    readonly relate: (kind: string, target: string) => string;
    readonly ids: ReadonlyMap<string, number>;
  },
): Xml | undefined {
  switch (shape.kind) {
    case 'text':
      return textShape(id, shape, text);
    case 'rect':
      return rectShape(id, shape, text);
    case 'table':
      return tableFrame(id, shape, text);
    case 'connector':
      return connectorShape(id, shape, ids, text);
    case 'chart':
      return chartFrame(id, shape, relate('chart', context.chart(shape.sheet)));
    case 'picture':
      return picture(id, shape, context, relate);
  }
}

function picture(
  id: number,
  shape: ScenePicture,
  { media }: SlideContext,
  relate: (kind: string, target: string) => string,
): Xml | undefined {
  if (shape.media === undefined) return undefined;
  const image = relate('image', media(shape.media.base64, shape.media.type));
  const svg = shape.svg === undefined ? {} : { svg: relate('image', media(shape.svg, 'svg')) };
  return pictureShape(id, shape, { image, ...svg });
}

function appearancesOf(id: number, shape: SceneShape): readonly Appearance[] {
  if (shape.step !== undefined) return [{ click: shape.step, shape: id }];
  if (shape.kind !== 'text') return [];
  return shape.paragraphs.flatMap(({ step }, paragraph) =>
    step === undefined ? [] : [{ click: step, shape: id, paragraph }],
  );
}
