import type { Block, BlockBase, Diagram, Drawing, ListItem, ListNumbering, TableCell, TableRow } from '../../model.js';
import { citationsOf, claimsOf } from '../meaning.js';
import { isAnswer } from '../passes/answers.js';
import type { SeenTree } from '../slide-tree.js';
import {
  attribute,
  childElements,
  classes,
  elements,
  hasClass,
  isElement,
  type SeenElement,
  type SeenNode,
  textContent,
} from '../tree.js';
import { type InlineContext, isInline, readImage, readInlines, texOf } from './read-inlines.js';

/** What blocks are read with. */
export interface BlockContext extends InlineContext {
  readonly placeOf: SeenTree['placeOf'];
  readonly diagrams: readonly Diagram[];
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** What nobody sees, or only a script. */
const unseen = new Set(['style', 'script', 'template', 'link', 'meta', 'noscript', 'hr', 'colgroup']);

/** The blocks that some nodes are; words that stand in no block are a paragraph. */
export function readBlocks(nodes: readonly SeenNode[], parent: SeenElement, context: BlockContext): readonly Block[] {
  const blocks: Block[] = [];
  let loose: SeenNode[] = [];
  const close = (): void => {
    const content = readInlines(loose, context);
    const [first] = loose.filter((node) => isElement(node));
    const base = withoutMeaning(baseOf(first ?? parent, context));
    const [only, ...others] = content;
    if (only?.kind === 'html' && others.length === 0) blocks.push({ ...base, kind: 'html', element: only.element });
    else if (only !== undefined) blocks.push({ ...base, kind: 'paragraph', content });
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      if (!isElement(node) || !hasClass(node, 'step')) loose.push(node);
    } else if (isElement(node) && !unseen.has(node.tagName)) {
      close();
      blocks.push(...blockOf(node, context));
    }
  }
  close();
  return blocks;
}

/** What every block has. */
export function baseOf(element: SeenElement, { placeOf, steps }: BlockContext): BlockBase {
  const [step, id, lang] = [steps.of(element), attribute(element, 'id'), attribute(element, 'lang')];
  return {
    place: placeOf(element),
    claims: claimsOf(element),
    citations: citationsOf(element),
    classes: classes(element),
    ...(step === undefined ? {} : { step }),
    ...(id === undefined ? {} : { id }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** Loose words have their parent's place and step; what it means is said where it is a block itself. */
function withoutMeaning({ place, step }: BlockBase): BlockBase {
  return { place, claims: [], citations: [], classes: [], ...(step === undefined ? {} : { step }) };
}

function blockOf(element: SeenElement, context: BlockContext): readonly Block[] {
  const base = baseOf(element, context);
  const inside = (): readonly Block[] => readBlocks(element.childNodes, element, context);
  switch (element.tagName) {
    case 'p':
      return [paragraphOf(element, base, context)];
    case 'ul':
    case 'ol':
      return [listOf(element, base, context)];
    case 'dl': {
      const entries = childElements(element).flatMap((one) => (one.tagName === 'div' ? childElements(one) : [one]));
      const read = entries.map((one) => ({
        term: one.tagName === 'dt',
        blocks: readBlocks(one.childNodes, one, context),
      }));
      return [{ ...base, kind: 'definitions', entries: read }];
    }
    case 'table':
      return [tableOf(element, base, context)];
    case 'blockquote':
      return [{ ...base, kind: 'quotation', blocks: inside() }];
    case 'figure':
      return [figureOf(element, base, context)];
    case 'pre': {
      const [code] = elements(element, 'code');
      const text = textContent(code ?? element).replace(/\n$/, '');
      return [{ ...base, kind: 'code', language: attribute(element, 'data-language') ?? '', text }];
    }
  }
  if (/^h[1-6]$/.test(element.tagName)) {
    const content = readInlines(element.childNodes, context);
    return [{ ...base, kind: 'heading', level: Number(element.tagName.slice(1)), content }];
  }
  const [formula] = hasClass(element, 'formula') ? elements(element).filter((one) => hasClass(one, 'katex')) : [];
  if (formula !== undefined) return [{ ...base, kind: 'formula', tex: texOf(formula) ?? textContent(formula) }];
  if (hasClass(element, 'question')) return [{ ...base, kind: 'question', blocks: inside() }];
  if (isAnswerBlock(element)) return isInBand(element) ? inside() : [{ ...base, kind: 'answer', blocks: inside() }];
  if (hasClass(element, 'columns')) {
    const columns = childElements(element).map((column) => readBlocks(column.childNodes, column, context));
    return [{ ...base, kind: 'columns', columns }];
  }
  // Places of our own, in which what is a block stands.
  if (isPlace(element)) return inside();
  const blocks = inside();
  if (blocks.length === 0) return isShown(element) ? [{ ...base, kind: 'html', element }] : [];
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  return [{ ...base, kind: 'box', tag: element.tagName, attributes, blocks }];
}

function paragraphOf(element: SeenElement, base: BlockBase, context: BlockContext): Block {
  const content = readInlines(element.childNodes, context);
  const images = content.filter((one) => one.kind === 'image');
  const isPicture = hasClass(element, 'picture') && images.length > 0;
  if (!isPicture) return { ...base, kind: 'paragraph', content };
  const caption = content.filter((one) => one.kind !== 'image');
  const alt = images.map((image) => image.alt).join(' ');
  return { ...base, kind: 'figure', images, alt, caption };
}

const numberings: Readonly<Record<string, ListNumbering>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

function listOf(list: SeenElement, base: BlockBase, context: BlockContext): Block {
  const start = wholeNumber(list, 'start') ?? 1;
  let next = start;
  const items = childElements(list).map((item) => {
    const number = wholeNumber(item, 'value') ?? next;
    next = number + 1;
    return itemOf(item, number, context);
  });
  const numbering = numberings[attribute(list, 'type')?.trim() ?? ''] ?? 'decimal';
  const delimiter = (['behind', 'within'] as const).find((one) => hasClass(list, `number-${one}`)) ?? 'period';
  return { ...base, kind: 'list', ordered: list.tagName === 'ol', numbering, delimiter, start, items };
}

/** Undefined where it has none that HTML would take. */
function wholeNumber(element: SeenElement, name: string): number | undefined {
  const value = attribute(element, name)?.trim() ?? '';
  return /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function itemOf(item: SeenElement, number: number, context: BlockContext): ListItem {
  const [box] = hasClass(item, 'task') ? elements(item, 'input') : [];
  const nodes = item.childNodes.filter((node) => node !== box);
  return {
    ...baseOf(item, context),
    blocks: readBlocks(nodes, item, context),
    number,
    ...(box === undefined ? {} : { task: attribute(box, 'checked') !== undefined }),
    ...(hasClass(item, 'choice') ? { choice: hasClass(item, 'right') ? 'right' : 'choice' } : {}),
  };
}

function tableOf(table: SeenElement, base: BlockBase, context: BlockContext): Block {
  const captions = elements(table, 'caption');
  const rows = elements(table, 'tr').map((row): TableRow => {
    const cells = childElements(row).map(
      (cell): TableCell => ({
        isHead: cell.tagName === 'th',
        columns: Number(attribute(cell, 'colspan') ?? 1),
        rows: Number(attribute(cell, 'rowspan') ?? 1),
        ...alignOf(cell),
        blocks: readBlocks(cell.childNodes, cell, context),
      }),
    );
    const isHead = isElement(row.parentNode) && row.parentNode.tagName === 'thead';
    return { ...baseOf(row, context), isHead, cells };
  });
  const caption = readInlines(
    captions.flatMap((one) => one.childNodes),
    context,
  );
  return { ...base, kind: 'table', caption, rows };
}

function alignOf(cell: SeenElement): Pick<TableCell, 'align'> {
  const [, align] = /text-align:\s*(right|center)/.exec(attribute(cell, 'style') ?? '') ?? [];
  return align === 'right' || align === 'center' ? { align } : {};
}

function figureOf(figure: SeenElement, base: BlockBase, context: BlockContext): Block {
  const [drawn] = elements(figure).filter((one) => attribute(one, 'data-drawing') !== undefined);
  const diagram = context.diagrams.find(({ id }) => id === attribute(figure, 'id'));
  const drawing = diagram === undefined ? undefined : context.drawings.get(diagram.id);
  const firstStep = drawn === undefined ? undefined : context.steps.before(drawn);
  const images = elements(figure, 'img').map((image) => readImage(image, context));
  const alts = [drawn === undefined ? '' : (attribute(drawn, 'aria-label') ?? ''), ...images.map(({ alt }) => alt)];
  const captions = elements(figure, 'figcaption').flatMap((caption) => caption.childNodes);
  return {
    ...base,
    kind: 'figure',
    ...(diagram === undefined ? {} : { diagram }),
    ...(drawing === undefined ? {} : { drawing }),
    ...(firstStep === undefined ? {} : { firstStep }),
    images,
    alt: alts.filter((alt) => alt !== '').join(' '),
    caption: readInlines(captions, context),
  };
}

/** The answer's words where they were written, or as the room is shown them. */
function isAnswerBlock(element: SeenElement): boolean {
  return isAnswer(element) || hasClass(element, 'answered') || hasClass(element, 'answer');
}

function isPlace(element: SeenElement): boolean {
  return ['then', 'assignment', 'body', 'stage'].some((name) => hasClass(element, name));
}

/** The words of an answer that the room is shown stand in a band of ours. */
function isInBand({ parentNode }: SeenElement): boolean {
  return isElement(parentNode) && hasClass(parentNode, 'answered');
}

/** Whether there is anything to see in an element without words. */
function isShown(element: SeenElement): boolean {
  const shown = ['img', 'svg', 'video', 'audio', 'iframe', 'canvas', 'object', 'embed', 'form', 'math'];
  return [element, ...elements(element)].some(({ tagName }) => shown.includes(tagName));
}
