import type {
  Block,
  BlockWriters,
  FigureBlock,
  ImageInline,
  Inline,
  InlineWriters,
  ListItem,
  ListNumbering,
} from '../../model.js';
import { itemLabel } from '../item-label.js';
import { described } from './described.js';
import { escapeXml } from './escape-xml.js';

/** What markup needs from who keeps its files. */
export interface MarkupParts {
  /** The address of a picture; undefined where there is none: then its words stand there. */
  readonly image: (image: ImageInline) => string | undefined;
  readonly drawing: (figure: FigureBlock) => string | undefined;
  /** A formula from its TeX. */
  readonly formula: (tex: string, isDisplayed: boolean) => string;
  /** A sign that refers to what a claim rests on; empty where the writer has no place for it. */
  readonly mark: (mark: Extract<Inline, { kind: 'mark' }>) => string;
  /** The sign of an author's footnote; its bare number where the writer has no place for the note. */
  readonly footnote?: (number: number) => string;
  /** Told which block or item is written next. */
  readonly enter?: (block: Block) => void;
  /** The word before an answer. */
  readonly answer: string;
  /** What level headings of the text have, 1 to 6. */
  readonly level: number;
  /** Whose vocabulary it is: a page's, an e-book's (EPUB 3, XHTML), or that of QTI, which has fewer elements and attributes. */
  readonly dialect: Dialect;
}

export type Dialect = 'html' | 'xhtml' | 'qti';

/** HTML that is well-formed XML too, of few elements and without styles, as e-books and learning platforms take it. */
export function writeMarkup(blocks: readonly Block[], parts: MarkupParts): string {
  return blocks
    .map((block) => {
      parts.enter?.(block);
      return (blockWriters(parts)[block.kind] as (one: Block) => string)(block);
    })
    .join('\n');
}

/** Words without a block around them. */
export function writeWords(content: readonly Inline[], parts: MarkupParts): string {
  return content.map((inline) => (inlineWriters(parts)[inline.kind] as (one: Inline) => string)(inline)).join('');
}

/** HTML's words for what a list counts by; it has none for brackets. */
const types: Readonly<Partial<Record<ListNumbering, string>>> = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

function blockWriters(parts: MarkupParts): BlockWriters<string> {
  const inside = (blocks: readonly Block[]): string => writeMarkup(blocks, parts);
  const words = (content: readonly Inline[]): string => writeWords(content, parts);
  const tag = (name: string, content: string, attributes = ''): string =>
    content === '' ? '' : `<${name}${attributes}>${content}</${name}>`;
  return {
    heading: ({ content, level }) => tag(`h${Math.min(6, parts.level + level - 1)}`, words(content)),
    paragraph: ({ content, lang }) => tag('p', words(content), langOf(lang, parts)),
    list: (list) => {
      const { ordered, numbering, delimiter, start, items } = list;
      const written = items.map((item) => {
        parts.enter?.({ ...list, ...item, kind: 'list', items: [item] });
        return boxOf(item) + tight(item.blocks, parts);
      });
      const own = items.map(({ number }, index) => ordered && number !== (items[index - 1]?.number ?? start - 1) + 1);
      const isPlain = numbering === 'decimal' && delimiter === 'period' && start === 1 && !own.includes(true);
      // A list of QTI counts 1, 2, 3 and in no other way.
      if (ordered && !isPlain && parts.dialect === 'qti')
        return items.map((item, index) => tag('div', `${itemLabel(list, item)} ${written[index] ?? ''}`)).join('');
      const type = ordered ? types[numbering] : undefined;
      return tag(
        ordered ? 'ol' : 'ul',
        written
          .map((item, index) => tag('li', item, own[index] === true ? ` value="${items[index]?.number}"` : ''))
          .join(''),
        `${type === undefined ? '' : ` type="${type}"`}${ordered && start !== 1 ? ` start="${start}"` : ''}`,
      );
    },
    definitions: ({ entries }) =>
      tag('dl', entries.map(({ term, blocks }) => tag(term ? 'dt' : 'dd', tight(blocks, parts))).join('')),
    table: ({ caption, rows }) => {
      const cells = rows.map((row) =>
        tag(
          'tr',
          row.cells
            .map(({ isHead, columns, rows: down, align, blocks }) => {
              const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
              const name = isHead ? 'th' : 'td';
              const style = align === undefined ? '' : ` style="text-align: ${align}"`;
              return `<${name}${spans}${style}>${tight(blocks, parts)}</${name}>`;
            })
            .join(''),
        ),
      );
      const heads = rows.filter(({ isHead }) => isHead).length;
      return tag(
        'table',
        tag('caption', words(caption)) +
          tag('thead', cells.slice(0, heads).join('')) +
          tag('tbody', cells.slice(heads).join('')),
      );
    },
    quotation: ({ blocks, lang }) => tag('blockquote', inside(blocks), langOf(lang, parts)),
    figure: (figure) => {
      const address = figure.drawing === undefined ? undefined : parts.drawing(figure);
      const drawn = address === undefined ? [] : [picture(address, figure.alt)];
      const shown = [...drawn, ...figure.images.map((image) => imageOf(image, parts))].join('');
      const caption = words(figure.caption);
      return tag('p', shown === '' ? inBrackets(figure.alt) : shown) + tag('p', tag('em', caption));
    },
    code: ({ text }) => tag('pre', tag('code', escapeXml(text))),
    formula: ({ tex }) => tag('p', parts.formula(tex, true)),
    question: ({ blocks }) => inside(blocks),
    answer: ({ blocks }) => tag('p', tag('strong', escapeXml(parts.answer))) + inside(blocks),
    columns: ({ columns }) => columns.map(inside).join('\n'),
    box: ({ blocks }) => inside(blocks),
    html: ({ element }) => tag('p', inBrackets(described(element))),
  };
}

function inlineWriters(parts: MarkupParts): InlineWriters<string> {
  const words = (content: readonly Inline[]): string => writeWords(content, parts);
  return {
    text: ({ text }) => escapeXml(text),
    styled: ({ tag, content, lang }) => {
      const own = langOf(lang, parts);
      if (kept[parts.dialect].has(tag)) return `<${tag}${own}>${words(content)}</${tag}>`;
      return own === '' ? words(content) : `<span${own}>${words(content)}</span>`;
    },
    link: ({ href, content }) =>
      /^(https?|mailto):/i.test(href) ? `<a href="${escapeXml(href)}">${words(content)}</a>` : words(content),
    image: (image) => imageOf(image, parts),
    formula: ({ tex }) => parts.formula(tex, false),
    mark: parts.mark,
    voice: ({ text }) => ` (${escapeXml(text)})`,
    footnote: ({ number }) => parts.footnote?.(number) ?? `<sup>${number}</sup>`,
    abbreviation: ({ short, long }) =>
      `<abbr${parts.dialect === 'qti' ? '' : ` title="${escapeXml(long)}"`}>${escapeXml(short)}</abbr>`,
    break: () => '<br/>',
    html: ({ element }) => inBrackets(described(element)),
  };
}

/** Elements among words that each vocabulary has: QTI 2.1 those of XHTML 1.1 without changes (its `simpleInline`). */
const qtiWords = 'strong em b i code kbd samp var sub sup q cite dfn small'.split(' ');
const htmlWords = [...qtiWords, 'u', 's', 'del', 'ins', 'mark'];
const kept: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  html: new Set(htmlWords),
  xhtml: new Set(htmlWords),
  qti: new Set(qtiWords),
};

/** A paragraph by itself in an item or a cell needs no element of its own. */
function tight(blocks: readonly Block[], parts: MarkupParts): string {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph' || first.lang !== undefined) return writeMarkup(blocks, parts);
  const words = writeWords(first.content, parts);
  return others.some(({ kind }) => kind === 'paragraph')
    ? writeMarkup(blocks, parts)
    : [words, writeMarkup(others, parts)].join('');
}

function boxOf({ task, choice }: ListItem): string {
  const isTicked = task ?? choice === 'right';
  if (task === undefined && choice === undefined) return '';
  return isTicked ? '☒ ' : '☐ ';
}

function imageOf(image: ImageInline, { image: addressOf }: MarkupParts): string {
  const address = addressOf(image);
  return address === undefined ? inBrackets(image.alt) : picture(address, image.alt);
}

function picture(address: string, alt: string): string {
  return `<img src="${escapeXml(address)}" alt="${escapeXml(alt)}"/>`;
}

function inBrackets(words: string): string {
  return words === '' ? '' : `[${escapeXml(words)}]`;
}

function langOf(lang: string | undefined, { dialect }: MarkupParts): string {
  if (lang === undefined) return '';
  const names = { html: ['lang'], xhtml: ['lang', 'xml:lang'], qti: ['xml:lang'] }[dialect];
  return names.map((name) => ` ${name}="${escapeXml(lang)}"`).join('');
}
