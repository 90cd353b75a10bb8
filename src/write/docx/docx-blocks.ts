import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { wordsIn } from '../../language/words/words.js';
import type {
  Block,
  BlockWriters,
  FigureBlock,
  Inline,
  ListBlock,
  ListItem,
  Photograph,
  TableBlock,
} from '../../model.js';
import { described } from '../markup/described.js';
import { allowedInXml } from '../markup/escape-xml.js';
import { wholeSvg } from '../whole-svg.js';
import { docxFormula } from './docx-formula.js';
import { altOf, docxRuns, textRun } from './docx-runs.js';
import type { DocxSetup } from './docx-setup.js';

export type DocxBlock = Paragraph | Table;

/** Where a block stands: how deep in lists, in which style, below which level of headings. */
export interface DocxPlace {
  readonly depth: number;
  readonly style?: string;
  /** Of words in a cell. */
  readonly align?: 'right' | 'center';
  /** The level of Word's heading above, 0 to 5. */
  readonly level: number;
}

export const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Blocks as paragraphs and tables of Word. */
export function docxBlocks(blocks: readonly Block[], place: DocxPlace, setup: DocxSetup): readonly DocxBlock[] {
  const writers = blockWriters(place, setup);
  return blocks.flatMap((block) => {
    setup.notes.enter({ block });
    return (writers[block.kind] as (one: Block) => readonly DocxBlock[])(block);
  });
}

function blockWriters(place: DocxPlace, setup: DocxSetup): BlockWriters<readonly DocxBlock[]> {
  const inside = (blocks: readonly Block[], more: Partial<DocxPlace> = {}): readonly DocxBlock[] =>
    docxBlocks(blocks, { ...place, ...more }, setup);
  const paragraph = (children: readonly ParagraphChild[], more: IParagraphOptions = {}): Paragraph =>
    new Paragraph({ ...paragraphOptions(place), ...more, children: [...children] });
  return {
    heading: ({ content, level }) => [
      new Paragraph({
        heading: headingLevels[Math.min(5, place.level + Math.max(0, level - 2))] ?? HeadingLevel.HEADING_6,
        children: [...docxRuns(content, setup)],
      }),
    ],
    paragraph: ({ content }) => [paragraph(docxRuns(content, setup))],
    list: (list) => listParagraphs(list, place, setup),
    definitions: ({ entries }) =>
      entries.flatMap(({ term, blocks }) =>
        term ? inside(blocks, { style: 'Term' }) : inside(blocks, { depth: place.depth + 1 }),
      ),
    table: (table) => tableOf(table, place, setup),
    quotation: ({ blocks }) => inside(blocks, { style: 'Quote' }),
    figure: (figure) => figureOf(figure, setup),
    code: ({ text }) => {
      const lines = text
        .split('\n')
        .map((line, index) => new TextRun({ text: allowedInXml(line), ...(index === 0 ? {} : { break: 1 }) }));
      return [new Paragraph({ style: 'Code', children: lines })];
    },
    formula: ({ tex }) => [paragraph([docxFormula(tex, true, setup)], { alignment: AlignmentType.CENTER })],
    question: ({ blocks }) => inside(blocks),
    answer: ({ blocks }) => [
      new Paragraph({ style: 'Label', children: [textRun(wordsIn(setup.lang).answer)] }),
      ...inside(blocks),
    ],
    columns: ({ columns }) => columns.flatMap((column) => inside(column)),
    box: ({ blocks }) => inside(blocks),
    html: ({ element }) => [paragraph([textRun(`[${described(element)}]`)])],
  };
}

/** Half an inch and a quarter of it, in twentieths of a point. */
const indent = { step: 360, hanging: 360 };

function alignOf({ align }: TableBlock['rows'][number]['cells'][number]): Pick<DocxPlace, 'align'> {
  return align === undefined ? {} : { align };
}

function paragraphOptions({ style, depth, align }: DocxPlace): IParagraphOptions {
  return {
    ...(style === undefined ? {} : { style }),
    ...(depth === 0 ? {} : { indent: { left: depth * indent.step } }),
    ...(align === undefined ? {} : { alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER }),
  };
}

function listParagraphs(list: ListBlock, place: DocxPlace, setup: DocxSetup): readonly DocxBlock[] {
  let run = { start: list.start, instance: setup.lists.next() };
  return list.items.flatMap((item, index) => {
    setup.notes.enter({ block: { ...list, ...item, kind: 'list', items: [item] } });
    const [first, ...others] = item.blocks;
    // Word counts by itself: what has a number of its own begins a list of its own.
    const isNext = item.number === (list.items[index - 1]?.number ?? list.start - 1) + 1;
    if (!isNext) run = { start: item.number, instance: setup.lists.next() };
    const numbering = numberingOf(list, item, place, run, setup);
    const isWords = first?.kind === 'paragraph';
    const lead = new Paragraph({
      ...(place.style === undefined ? {} : { style: place.style }),
      numbering,
      contextualSpacing: true,
      keepLines: true,
      children: isWords ? [...docxRuns(first.content, setup, item.choice === 'right' ? { bold: true } : {})] : [],
      ...(index === 0 ? { spacing: { before: 60 } } : {}),
    });
    return [lead, ...docxBlocks(isWords ? others : item.blocks, { ...place, depth: place.depth + 1 }, setup)];
  });
}

function numberingOf(
  list: ListBlock,
  { task, choice }: ListItem,
  { depth }: DocxPlace,
  { start, instance }: { readonly start: number; readonly instance: number },
  setup: DocxSetup,
): { readonly reference: string; readonly level: number; readonly instance: number } {
  const level = Math.min(8, depth);
  if (choice !== undefined || task !== undefined)
    return { reference: choice === 'right' || task === true ? 'ticked' : 'boxes', level, instance: 0 };
  if (!list.ordered) return { reference: 'bullets', level, instance: 0 };
  return { reference: setup.lists.named({ ...list, start }), level, instance };
}

function tableOf({ caption, rows }: TableBlock, place: DocxPlace, setup: DocxSetup): readonly DocxBlock[] {
  const captions =
    caption.length === 0
      ? []
      : [new Paragraph({ style: 'Caption', keepNext: true, children: [...docxRuns(caption, setup)] })];
  const grid = placed(rows.map(({ cells }) => cells));
  const columns = Math.max(1, ...grid.map((row) => row.reduce((sum, { columns: wide }) => sum + wide, 0)));
  const written = rows.map((row, index) => {
    setup.notes.enter({ block: { ...row, kind: 'table', caption: [], rows: [row] } });
    const isBold = row.classes.includes('total') || row.classes.includes('focus');
    const cells = (grid[index] ?? []).map(({ cell, columns: wide, merge }) => {
      const style = cell?.isHead === true || isBold ? 'TableHead' : 'TableText';
      const children =
        cell === undefined
          ? []
          : docxBlocks(cell.blocks, { depth: 0, level: place.level, style, ...alignOf(cell) }, setup);
      return new TableCell({
        columnSpan: wide,
        ...(merge === undefined ? {} : { verticalMerge: merge }),
        width: { size: Math.floor((100 * wide) / columns), type: WidthType.PERCENTAGE },
        children: children.length === 0 ? [new Paragraph({ style: 'TableText' })] : [...children],
      });
    });
    return new TableRow({ cantSplit: true, ...(row.isHead ? { tableHeader: true } : {}), children: cells });
  });
  if (written.length === 0) return captions;
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: tableBorders, rows: written });
  // Word joins tables that follow one another.
  return [...captions, table, new Paragraph({ style: 'TableText' })];
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B9BEC8' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Lines between rows, as the papers have them. */
const tableBorders = { top: rule, bottom: rule, insideHorizontal: rule, left: none, right: none, insideVertical: none };

interface PlacedCell {
  readonly cell?: TableBlock['rows'][number]['cells'][number];
  readonly columns: number;
  readonly merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
}

/** The cells of each row, and in their place what goes on from a row above; short rows are filled. */
function placed(rows: readonly TableBlock['rows'][number]['cells'][]): readonly (readonly PlacedCell[])[] {
  /** By column: how many more rows a cell above takes, and how wide it is. */
  const open = new Map<number, { left: number; readonly columns: number }>();
  const grid = rows.map((cells) => {
    const row: PlacedCell[] = [];
    let column = 0;
    const takeOpen = (): void => {
      for (let above = open.get(column); above !== undefined && above.left > 0; above = open.get(column)) {
        row.push({ columns: above.columns, merge: VerticalMergeType.CONTINUE });
        above.left--;
        column += above.columns;
      }
    };
    for (const cell of cells) {
      takeOpen();
      const isTall = cell.rows > 1;
      row.push({ cell, columns: cell.columns, ...(isTall ? { merge: VerticalMergeType.RESTART } : {}) });
      if (isTall) open.set(column, { left: cell.rows - 1, columns: cell.columns });
      column += cell.columns;
    }
    takeOpen();
    return { row, column };
  });
  const widest = Math.max(0, ...grid.map(({ column }) => column));
  return grid.map(({ row, column }) => (column < widest ? [...row, { columns: widest - column }] : row));
}

/** px: as wide as the text of a page, and not higher than two thirds of it. */
const room = { width: 605, height: 620 };

function figureOf(figure: FigureBlock, setup: DocxSetup): readonly DocxBlock[] {
  const { diagram, drawing, images, alt } = figure;
  const named = diagram?.caption ?? diagram?.title;
  const caption: readonly Inline[] =
    figure.caption.length > 0 || named === undefined ? figure.caption : [{ kind: 'text', text: named }];
  const drawn = drawing === undefined ? undefined : setup.photograph({ svg: drawing.svg });
  const svg = drawing === undefined ? undefined : wholeSvg(drawing, '');
  const shown = [
    ...(drawn === undefined ? [] : [picture(drawn, alt, svg)]),
    ...images.flatMap((image) => {
      const photograph = image.file === undefined ? undefined : setup.photograph({ file: image.file });
      return photograph === undefined ? [] : [picture(photograph, image.alt)];
    }),
  ];
  const words = wordsIn(setup.lang);
  // A picture that says nothing is a decoration.
  const isMute = caption.length === 0 && alt === '' && diagram === undefined;
  const label = isMute ? '' : `${words.figure} ${setup.nextFigure()}`;
  const below =
    caption.length === 0 ? [textRun(label)] : [textRun(`${label}. `, { bold: true }), ...docxRuns(caption, setup)];
  const body =
    shown.length === 0
      ? new Paragraph({ children: [textRun(`[${alt}]`)] })
      : new Paragraph({ style: 'Figure', keepNext: !isMute, children: shown });
  const small = (drawing?.smallPrint ?? []).map((one) => new Paragraph({ style: 'Small', children: [textRun(one)] }));
  return [body, ...(isMute ? [] : [new Paragraph({ style: 'Caption', children: below })]), ...small];
}

function picture({ type, bytes, width, height }: Photograph, alt: string, svg?: string): ImageRun {
  const share = Math.min(1, room.width / width, room.height / height);
  const transformation = { width: Math.round(width * share), height: Math.round(height * share) };
  const altText = altOf(alt);
  if (svg === undefined) return new ImageRun({ type, data: bytes, transformation, altText });
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type, data: bytes },
    transformation,
    altText,
  });
}
