import type { OfficePackage, PartRelation } from './office-package.js';
import { boxOf, type Frame, frameWithin, inherited, type Places, placeMark } from './placeholders.js';
import type { Box, Shape, TableCell } from './presentation.js';
import { readChart } from './read-chart.js';
import { readDiagram } from './read-diagram.js';
import { linkOf, readParagraphs, type TextSetting } from './read-text.js';
import { allBelow, childAt, childrenOf, isOn, numberOf, type XmlElement } from './xml-element.js';

/** What the shapes of a slide are read with. */
export interface ShapeSetting {
  readonly office: OfficePackage;
  readonly relations: ReadonlyMap<string, PartRelation>;
  readonly places: Places;
  /** Ids of shapes whose paragraphs come one by one. */
  readonly inSteps: ReadonlySet<string>;
}

/** The shapes of a tree or a group, those of groups in it among them. */
export async function readShapes(
  tree: XmlElement | undefined,
  frame: Frame,
  setting: ShapeSetting,
): Promise<readonly Shape[]> {
  const read: Shape[] = [];
  for (const shape of childrenOf(tree)) {
    const own = shape.name === 'mc:AlternateContent' ? chosen(shape) : [shape];
    for (const one of own) {
      if (one.name === 'p:grpSp') read.push(...(await readShapes(one, frameWithin(one, frame), setting)));
      else read.push(...(await readShape(one, frame, setting)));
    }
  }
  return read;
}

/** Of a shape in two versions the first where it is of a kind that is read, else the one for older programs. */
function chosen(alternatives: XmlElement): readonly XmlElement[] {
  const first = childrenOf(childAt(alternatives, 'mc:Choice'));
  const isRead = (shape: XmlElement): boolean =>
    ['p:sp', 'p:pic', 'p:cxnSp', 'p:grpSp'].includes(shape.name) ||
    (shape.name === 'p:graphicFrame' && ['table', 'chart', 'diagram', 'ole'].includes(contentOf(shape).kind));
  if (first.every(isRead)) return first;
  const older = childrenOf(childAt(alternatives, 'mc:Fallback'));
  // What a later version drew is a picture for older ones: it is read, and said.
  return [...first.filter((shape) => !isRead(shape)), ...older];
}

/** Programs write where a picture came from as its description, as Pandoc does (`fig: img/field.jpg`): that says nothing to who cannot see it. */
function isFileName(text: string): boolean {
  return /^(?:fig:\s*)?[^\s?!]*\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp)$/i.test(text);
}

type Base = Pick<Shape, 'id' | 'alt'> & { readonly box?: Box };

async function readShape(shape: XmlElement, frame: Frame, setting: ShapeSetting): Promise<readonly Shape[]> {
  const { relations } = setting;
  const from = inherited(shape, setting.places);
  const box = boxOf(from.boxes, frame);
  const named = allBelow(shape, 'p:cNvPr')[0];
  if (isOn(named, 'hidden')) return [];
  const described = (named?.attributes.get('descr') ?? '').replace(/\s+/g, ' ').trim();
  const alt = isFileName(described) ? '' : described;
  const base: Base = { id: named?.attributes.get('id') ?? '', alt, ...(box === undefined ? {} : { box }) };
  switch (shape.name) {
    case 'p:sp': {
      const paragraphs = readParagraphs(childAt(shape, 'p:txBody'), { relations, styles: from.styles });
      const fill = childAt(shape, 'p:spPr', 'a:blipFill');
      const picture = fill === undefined ? [] : [pictureOf(shape, fill, base, setting)];
      const isSaid = paragraphs.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
      if (!isSaid) {
        const isPlace = placeMark(shape) !== undefined || picture.length > 0;
        return isPlace || isDecoration(shape) ? picture : [{ ...base, kind: 'other', what: formOf(shape) }];
      }
      const comesInSteps = setting.inSteps.has(base.id);
      return [...picture, { ...base, kind: 'text', role: from.role, paragraphs, comesInSteps }];
    }
    case 'p:pic':
      return [pictureOf(shape, childAt(shape, 'p:blipFill'), base, setting)];
    case 'p:cxnSp': {
      const ends = allBelow(shape, 'a:stCxn', 'a:endCxn');
      return [{ ...base, kind: 'line', isGlued: ends.length === 2 }];
    }
    case 'p:graphicFrame':
      return readFrame(shape, base, setting);
    case 'p:contentPart':
    case 'p14:contentPart':
      return [{ ...base, kind: 'other', what: 'ink' }];
    default:
      return [];
  }
}

function isDecoration(shape: XmlElement): boolean {
  return isOn(allBelow(shape, 'adec:decorative')[0], 'val');
}

/** What a shape without words is: an area or a rule, or a form that may say something, such as an arrow. */
function formOf(shape: XmlElement): string {
  const form = childAt(shape, 'p:spPr', 'a:prstGeom')?.attributes.get('prst') ?? 'form';
  return /^(?:rect|line|\w*Rect|ellipse)$/.test(form) ? 'area' : 'drawn shape';
}

function pictureOf(shape: XmlElement, fill: XmlElement | undefined, base: Base, { relations }: ShapeSetting): Shape {
  const blip = childAt(fill, 'a:blip');
  const vector = allBelow(blip, 'asvg:svgBlip')[0]?.attributes.get('r:embed');
  const raster = relations.get(blip?.attributes.get('r:embed') ?? '');
  const named = relations.get(vector ?? '') ?? raster;
  const outside = relations.get(blip?.attributes.get('r:link') ?? '');
  const film = allBelow(shape, 'p14:media', 'a:videoFile', 'a:audioFile', 'a:quickTimeFile', 'a:wavAudioFile')
    .flatMap((one) => relations.get(one.attributes.get('r:embed') ?? one.attributes.get('r:link') ?? '') ?? [])
    .sort((a, b) => Number(a.isOutside) - Number(b.isOutside))[0];
  const link = linkOf(allBelow(shape, 'p:cNvPr').flatMap((one) => childAt(one, 'a:hlinkClick') ?? [])[0], relations);
  const cut = childAt(fill, 'a:srcRect');
  return {
    ...base,
    kind: 'picture',
    isDecorative: isDecoration(shape),
    isCropped: ['l', 't', 'r', 'b'].some((side) => (numberOf(cut, side) ?? 0) > 0),
    ...(named !== undefined && !named.isOutside ? { media: named.target } : {}),
    ...(raster !== undefined && raster !== named ? { raster: raster.target } : {}),
    ...(named === undefined && outside !== undefined ? { outside: outside.target } : {}),
    ...(film === undefined ? {} : { film: film.isOutside ? { outside: film.target } : { media: film.target } }),
    ...(link !== undefined && 'address' in link ? { link: link.address } : {}),
  };
}

/** What a frame holds, by the last word of its content's address. */
function contentOf(frame: XmlElement): { readonly kind: string; readonly data: XmlElement | undefined } {
  const data = childAt(frame, 'a:graphic', 'a:graphicData');
  const address = data?.attributes.get('uri') ?? '';
  return { kind: address.slice(address.lastIndexOf('/') + 1), data };
}

async function readFrame(frame: XmlElement, base: Base, setting: ShapeSetting): Promise<readonly Shape[]> {
  const { office, relations } = setting;
  const { kind, data } = contentOf(frame);
  const plain: TextSetting = { relations, styles: [] };
  const partOf = async (name: string, attribute: string): Promise<XmlElement | undefined> =>
    office.xml(relations.get(childAt(data, name)?.attributes.get(attribute) ?? '')?.target ?? '');
  switch (kind) {
    case 'table': {
      const table = childAt(data, 'a:tbl');
      const rows = childrenOf(table).filter(({ name }) => name === 'a:tr');
      const cells = rows.map((row) =>
        childrenOf(row)
          .filter(({ name }) => name === 'a:tc')
          .map((cell) => cellOf(cell, plain)),
      );
      return [{ ...base, kind: 'table', hasHead: isOn(childAt(table, 'a:tblPr'), 'firstRow'), rows: cells }];
    }
    case 'chart':
      return [{ ...base, kind: 'chart', ...readChart(await partOf('c:chart', 'r:id')) }];
    case 'diagram':
      return [{ ...base, kind: 'diagram', paragraphs: readDiagram(await partOf('dgm:relIds', 'r:dm'), plain) }];
    case 'ole': {
      const [picture] = allBelow(data, 'p:pic');
      const what = allBelow(data, 'p:oleObj')[0]?.attributes.get('progId') ?? 'document';
      const shown = picture === undefined ? [] : [pictureOf(picture, childAt(picture, 'p:blipFill'), base, setting)];
      return [{ ...base, kind: 'other', what: `embedded ${what}` }, ...shown];
    }
    default:
      return [{ ...base, kind: 'other', what: kind }];
  }
}

function cellOf(cell: XmlElement, setting: TextSetting): TableCell {
  return {
    paragraphs: readParagraphs(childAt(cell, 'a:txBody'), setting),
    isCovered: isOn(cell, 'hMerge') || isOn(cell, 'vMerge'),
    columns: numberOf(cell, 'gridSpan') ?? 1,
    rows: numberOf(cell, 'rowSpan') ?? 1,
  };
}
