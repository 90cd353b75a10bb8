import type { Box, ScenePicture, SceneRect, SceneText } from '../../model.js';
import { fill, nonVisual, outline, transform } from './drawing.js';
import { geometry, rectWithSites } from './geometry.js';
import { countedParagraphs, paragraphs, type TextContext } from './text.js';
import { el, type Xml } from './xml.js';

/** Where a text takes the place that its layout has for it. */
export interface Placeholder {
  readonly type: 'title' | 'body' | 'ftr' | 'sldNum';
  readonly index?: number;
}

/** The place of each role in every layout; `text` has none. */
export const placeholders: Readonly<Partial<Record<SceneText['role'], Placeholder>>> = {
  title: { type: 'title' },
  body: { type: 'body', index: 1 },
  foot: { type: 'ftr', index: 11 },
  number: { type: 'sldNum', index: 12 },
};

export function placeholderMark({ type, index }: Placeholder): Xml {
  return el('p:ph', {
    type: type === 'body' ? undefined : type,
    sz: index === undefined || index < 10 ? undefined : 'quarter',
    idx: index,
  });
}

/** A text of a slide, in its layout's place or by itself. The slide's number counts by itself. */
export function textShape(id: number, text: SceneText, context: TextContext): Xml {
  const place = placeholders[text.role];
  const names = { title: 'Title', body: 'Content', foot: 'Footer', number: 'Slide number', text: 'Text' };
  const own = place === undefined ? el('p:cNvSpPr', { txBox: 1 }) : el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 }));
  const set: TextContext = text.role === 'title' ? { ...context, isTitle: true } : context;
  const inside = (text.role === 'number' ? countedParagraphs : paragraphs)(text.paragraphs, set);
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual(id, `${names[text.role]} ${id}`, undefined),
      own,
      el('p:nvPr', {}, place === undefined ? undefined : placeholderMark(place)),
    ),
    el('p:spPr', {}, transform(roomy(text)), place === undefined ? geometry('rect') : undefined, el('a:noFill')),
    el('p:txBody', {}, bodyProperties('t'), el('a:lstStyle'), ...inside),
  );
}

/** Words of one line get room to either side, as another face may be wider. */
function roomy({ box, wraps, paragraphs: [first] }: SceneText): Box {
  if (wraps) return box;
  const more = Math.max(8, box.width * 0.06);
  const before = first?.align === 'end' ? more : first?.align === 'center' ? more / 2 : 0;
  return { ...box, x: box.x - before, width: box.width + more };
}

export function bodyProperties(anchor: 't' | 'ctr'): Xml {
  return el('a:bodyPr', { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: 0, anchor }, el('a:noAutofit'));
}

const forms: Readonly<Record<SceneRect['form'], string>> = {
  rect: 'rect',
  round: 'roundRect',
  ellipse: 'ellipse',
  diamond: 'diamond',
  cross: 'mathMultiply',
};

/** A cross has thin strokes, as in the deck. */
function formOf(rect: SceneRect): Xml {
  if ((rect.sites ?? []).length > 0) return rectWithSites(rect);
  const thin = rect.form === 'cross' ? [el('a:gd', { name: 'adj1', fmla: 'val 11000' })] : [];
  return geometry(forms[rect.form], ...thin);
}

/** An area, with words in its middle where it has any; without it is a decoration. */
export function rectShape(id: number, rect: SceneRect, context: TextContext): Xml {
  const { theme } = context;
  const isMute = rect.paragraphs.length === 0 && rect.alt === undefined;
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nonVisual(id, `Shape ${id}`, rect.alt, isMute), el('p:cNvSpPr'), el('p:nvPr')),
    el(
      'p:spPr',
      {},
      transform(rect.box),
      formOf(rect),
      fill(rect.fill, theme, rect.opacity),
      outline(rect.line, theme),
    ),
    el('p:txBody', {}, bodyProperties('ctr'), el('a:lstStyle'), ...paragraphs(rect.paragraphs, context)),
  );
}

/** A picture by the ids of its files: one every program draws, and where there is one the drawing itself. */
export function pictureShape(
  id: number,
  picture: ScenePicture,
  files: { readonly image: string; readonly svg?: string },
): Xml {
  const { alt, crop } = picture;
  const part = (share: number | undefined): number | undefined =>
    share === undefined || share < 0.0005 ? undefined : Math.round(share * 100_000);
  const svg =
    files.svg === undefined
      ? undefined
      : el(
          'a:extLst',
          {},
          el(
            'a:ext',
            { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
            el('asvg:svgBlip', {
              'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
              'r:embed': files.svg,
            }),
          ),
        );
  const cut =
    crop === undefined
      ? undefined
      : el('a:srcRect', { l: part(crop.left), t: part(crop.top), r: part(crop.right), b: part(crop.bottom) });
  return el(
    'p:pic',
    {},
    el(
      'p:nvPicPr',
      {},
      nonVisual(id, `Picture ${id}`, alt === '' ? undefined : alt, alt === ''),
      el('p:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: 1 })),
      el('p:nvPr'),
    ),
    el('p:blipFill', {}, el('a:blip', { 'r:embed': files.image }, svg), cut, el('a:stretch', {}, el('a:fillRect'))),
    el('p:spPr', {}, transform(picture.box), geometry('rect')),
  );
}
