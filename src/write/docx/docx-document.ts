import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  ImageRun,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { PaperSetup, Photograph } from '../../model.js';
import { isRightToLeft } from '../../render/right-to-left.js';
import { allowedInXml } from '../markup/escape-xml.js';
import { zipFiles } from '../zip-files.js';
import type { DocxBlock } from './docx-blocks.js';
import type { DocxLook } from './docx-look.js';
import { altOf } from './docx-runs.js';
import type { DocxCounting, DocxSetup } from './docx-setup.js';

/** What a Word file says of itself, and how it is set. */
export interface DocxAbout {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** What it is: "Worksheet for students". */
  readonly kind: string;
  readonly size: PaperSetup['size'];
  readonly date: Date;
  /** Stands at the head of the first page. */
  readonly logo?: { readonly picture: Photograph; readonly alt: string };
}

/** Width and height, mm. */
const pages = { a4: [210, 297], letter: [215.9, 279.4] } as const;
/** At the left and the right of a page, mm. */
const side = 25;
/** mm: as large as a logo is on papers. */
const logoRoom = { width: 50, height: 8 };

/** How wide the text of a page is, in twentieths of a point. */
export function textWidth(size: PaperSetup['size']): number {
  return convertMillimetersToTwip(pages[size][0] - 2 * side);
}

/** The bytes of a Word file: the same content gives the same bytes. */
export async function docxDocument(
  content: readonly DocxBlock[],
  about: DocxAbout,
  { notes, lists, look }: Pick<DocxSetup, 'notes' | 'lists' | 'look'>,
): Promise<Uint8Array> {
  const { title, author, lang, kind, size, logo } = about;
  const [width, height] = pages[size];
  const edge = convertMillimetersToTwip(17);
  const right = textWidth(size);
  const line = (children: ParagraphChild[]): Paragraph =>
    new Paragraph({ style: 'Header', tabStops: [{ type: TabStopType.RIGHT, position: right }], children });
  const foot = (): Footer => new Footer({ children: [line([new TextRun({ children: ['\t', PageNumber.CURRENT] })])] });
  const document = new Document({
    title: allowedInXml(title),
    ...(author === '' ? {} : { creator: allowedInXml(author), lastModifiedBy: allowedInXml(author) }),
    description: kind,
    styles: { default: defaults(lang, look), paragraphStyles: [...paragraphStyles(look)] },
    numbering: { config: [...bullets(), ...[...lists.all()].map(numbers)] },
    footnotes: notes.all(),
    sections: [
      {
        properties: {
          titlePage: logo !== undefined,
          page: {
            size: { width: convertMillimetersToTwip(width), height: convertMillimetersToTwip(height) },
            margin: {
              top: convertMillimetersToTwip(25),
              bottom: convertMillimetersToTwip(22),
              left: convertMillimetersToTwip(side),
              right: convertMillimetersToTwip(side),
              header: edge,
              footer: edge,
            },
          },
        },
        headers: {
          default: new Header({ children: [line([new TextRun(allowedInXml(title)), new TextRun(`\t${kind}`)])] }),
          ...(logo === undefined
            ? {}
            : { first: new Header({ children: [line([new TextRun(`${kind}\t`), logoRun(logo)])] }) }),
        },
        footers: { default: foot(), ...(logo === undefined ? {} : { first: foot() }) },
        children: [...content],
      },
    ],
  });
  return settled(await Packer.toBuffer(document), about.date);
}

function logoRun({ picture, alt }: NonNullable<DocxAbout['logo']>): ImageRun {
  const [width, height] = [logoRoom.width, logoRoom.height].map((mm) => (mm / 25.4) * 96) as [number, number];
  const share = Math.min(width / picture.width, height / picture.height);
  const transformation = { width: Math.round(picture.width * share), height: Math.round(picture.height * share) };
  return new ImageRun({ type: picture.type, data: picture.bytes, transformation, altText: altOf(alt) });
}

function defaults(lang: string, { fonts, sized, ink, muted }: DocxLook): NonNullable<IStylesOptions['default']> {
  const language = isRightToLeft(lang) ? { value: lang, bidirectional: lang } : { value: lang };
  const heading = (size: number, before: number, colour = ink): object => ({
    run: { font: fonts.headings, size: sized(size, 'headings'), bold: true, color: colour },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    document: {
      run: { font: fonts.text, size: sized(22), color: ink, language },
      paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: fonts.headings, size: sized(44, 'headings'), bold: true, color: ink },
      paragraph: { spacing: { after: 80 } },
    },
    heading1: heading(32, 360),
    heading2: heading(27, 300),
    heading3: heading(24, 240),
    heading4: heading(22, 200),
    heading5: heading(22, 200, muted),
    heading6: heading(22, 200, muted),
    footnoteText: {
      run: { size: sized(18) },
      paragraph: { spacing: { after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
  };
}

function paragraphStyles({ fonts, sized, muted }: DocxLook): readonly IParagraphStyleOptions[] {
  return [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: sized(28), color: muted, font: fonts.text } },
    {
      id: 'Facts',
      name: 'Facts',
      basedOn: 'Normal',
      run: { size: sized(20), color: muted },
      paragraph: { spacing: { after: 320 } },
    },
    {
      id: 'Label',
      name: 'Label',
      basedOn: 'Normal',
      run: { bold: true, color: muted },
      paragraph: { spacing: { before: 160, after: 40 }, keepNext: true },
    },
    { id: 'Hint', name: 'Hint', basedOn: 'Normal', run: { italics: true, color: muted } },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { font: fonts.headings },
      paragraph: { indent: { left: 360 }, spacing: { before: 120 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: sized(20), color: muted },
      paragraph: { spacing: { before: 60, after: 240 } },
    },
    {
      id: 'Figure',
      name: 'Figure',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 200, after: 60, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    {
      id: 'Code',
      name: 'Code',
      basedOn: 'Normal',
      run: { font: fonts.code, size: sized(19, 'code') },
      paragraph: { spacing: { before: 120, line: 252, lineRule: LineRuleType.AUTO }, indent: { left: 240 } },
    },
    {
      id: 'Term',
      name: 'Term',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { after: 20 }, keepNext: true },
    },
    {
      id: 'TableHead',
      name: 'Table Head',
      basedOn: 'Normal',
      run: { size: sized(20), bold: true },
      paragraph: { spacing: { before: 30, after: 30, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: sized(20) },
      paragraph: { spacing: { before: 30, after: 30, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Line',
      name: 'Line to write on',
      basedOn: 'Normal',
      paragraph: {
        spacing: { before: 0, after: 0, line: 480, lineRule: LineRuleType.AUTO },
      },
      run: { color: '8A8F9A' },
    },
    { id: 'Small', name: 'Small print', basedOn: 'Normal', run: { size: sized(17), color: muted } },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: sized(17), color: muted } },
  ];
}

type NumberingConfig = NonNullable<ConstructorParameters<typeof Document>[0]['numbering']>['config'][number];

function levels(
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: (level: number) => string,
  start = 1,
  step = 360,
): NumberingConfig['levels'] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    start,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: step } } },
  }));
}

function bullets(): readonly NumberingConfig[] {
  const signs = { bullets: '–', boxes: '☐', twoBoxes: '☐ ☐', ticked: '☒' };
  return Object.entries(signs).map(([reference, sign]) => ({
    reference,
    levels: levels(LevelFormat.BULLET, () => sign, 1, reference === 'twoBoxes' ? 620 : 360),
  }));
}

const formats = {
  decimal: LevelFormat.DECIMAL,
  'lower-alpha': LevelFormat.LOWER_LETTER,
  'upper-alpha': LevelFormat.UPPER_LETTER,
  'lower-roman': LevelFormat.LOWER_ROMAN,
  'upper-roman': LevelFormat.UPPER_ROMAN,
} as const;

/** Word has no number below 0. */
function numbers([reference, { numbering, delimiter, start }]: readonly [string, DocxCounting]): NumberingConfig {
  const around = { period: ['', '.'], behind: ['', ')'], within: ['(', ')'] }[delimiter];
  const text = (level: number): string => around.join(`%${level + 1}`);
  return { reference, levels: levels(formats[numbering], text, Math.max(0, start)) };
}

/**
 * The library names relations at random, takes the time of the clock, and gives two pictures one number: relations and pictures get
 * numbers of ours, and the file gets `date`.
 */
function settled(bytes: Uint8Array, date: Date): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  const isText = (name: string): boolean => /\.(xml|rels)$/.test(name);
  const texts = new Map(files.flatMap(([name, held]) => (isText(name) ? [[name, strFromU8(held)] as const] : [])));
  for (const [name, rels] of texts) {
    const owner = /^(.*?)_rels\/(.*)\.rels$/.exec(name);
    if (owner === null) continue;
    const part = `${owner[1]}${owner[2]}`;
    const random = [...rels.matchAll(/ Id="(rId[^"]*)"/g)]
      .map(([, id = '']) => id)
      .filter((id) => !/^rId\d+$/.test(id));
    for (const [index, id] of random.entries()) {
      const own = `rIdOwn${index + 1}`;
      texts.set(name, (texts.get(name) ?? '').replaceAll(`"${id}"`, `"${own}"`));
      texts.set(part, (texts.get(part) ?? '').replaceAll(`"${id}"`, `"${own}"`));
    }
  }
  let pictures = 0;
  for (const [name, text] of texts)
    if (text.includes('<wp:docPr '))
      texts.set(
        name,
        text.replace(/(<wp:docPr [^>]*?\bid=")[^"]*/g, (_, before: string) => `${before}${++pictures}`),
      );
  const core = texts.get('docProps/core.xml');
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z');
  if (core !== undefined)
    texts.set('docProps/core.xml', core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`));
  return zipFiles(files.map(([name, held]) => ({ name, bytes: texts.get(name) ?? held })));
}
