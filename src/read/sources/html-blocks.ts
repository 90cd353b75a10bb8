import type { HtmlElement } from './html-tree.js';
import { elementsOf, textOf } from './html-tree.js';
import { raised } from './raised-digits.js';
import { type SourceBlock, writePageMark } from './source-block.js';

/** The blocks of an element: text and inline elements between block elements make a block each. What is not running text is left out. */
export function htmlBlocks(root: HtmlElement): readonly SourceBlock[] {
  const collector = new Collector();
  collector.collect(root, 'paragraph');
  collector.flush();
  return collector.blocks;
}

/** Whether an element is no running text, or not shown. */
export function isLeftOut(element: HtmlElement): boolean {
  const { tag, attributes } = element;
  if (isNote(element)) return false;
  if (leftOut.has(tag) || attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get('style') ?? '')) return true;
  return /^(?:navigation|banner|complementary|contentinfo|search|toolbar|menu|dialog)$/.test(
    attributes.get('role') ?? '',
  );
}

const leftOut = new Set(
  'script style noscript template nav aside footer form button svg select iframe object dialog head title'.split(' '),
);
const inlineTags = new Set(
  'a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

class Collector {
  readonly blocks: SourceBlock[] = [];
  private run = '';
  /** A page that began and whose first words have not come yet. */
  private page: string | undefined;
  private kind: SourceBlock['kind'] = 'paragraph';
  private level: number | undefined;

  collect(element: HtmlElement, kind: SourceBlock['kind']): void {
    for (const child of element.children) {
      if (typeof child === 'string') {
        this.run += child.replace(/\s+/g, ' ');
        continue;
      }
      if (isPageBreak(child)) this.breakPage(child);
      else if (isLeftOut(child) || isBackLink(child)) continue;
      else if (inlineTags.has(child.tag) && !holdsBlocks(child)) this.inline(child);
      else this.block(child, isNote(child) ? 'note' : kind);
    }
  }

  flush(): void {
    const text = this.run
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    this.run = '';
    if (text === '') return;
    const marked = this.page === undefined ? text : `${writePageMark(this.page)}\n${text}`;
    this.page = undefined;
    this.blocks.push({ kind: this.kind, text: marked, ...(this.level === undefined ? {} : { level: this.level }) });
  }

  private block(element: HtmlElement, kind: SourceBlock['kind']): void {
    this.flush();
    const before = { kind: this.kind, level: this.level };
    const level = /^h([1-6])$/.exec(element.tag)?.[1];
    this.kind = level === undefined ? kind : 'heading';
    this.level = level === undefined ? undefined : Number(level);
    if (isNumberedLine(element)) this.run = `${element.attributes.get('start')}. `;
    if (element.tag === 'table' && isData(element)) this.table(element);
    else if (isNumberedLine(element))
      this.collect({ ...element, children: itemsOf(element).flatMap((one) => one.children) }, kind);
    else this.collect(element, kind);
    this.flush();
    Object.assign(this, before);
  }

  private inline(element: HtmlElement): void {
    // Two breaks in a row divide paragraphs, as on pages that were written before style sheets.
    if (element.tag === 'br' && /\n\s*$/.test(this.run)) this.flush();
    else if (element.tag === 'br') this.run += '\n';
    else if (element.tag === 'sup') this.run += isReference(element) ? '' : raised(textOf(element));
    else if (!isReference(element)) this.collect(element, this.kind);
  }

  /** Rows are lines, cells are divided by bars. */
  private table(table: HtmlElement): void {
    const [caption] = elementsOf(table, ({ tag }) => tag === 'caption');
    if (caption !== undefined) this.block({ ...caption, tag: 'p' }, 'paragraph');
    this.kind = 'table';
    const rows = elementsOf(table, ({ tag }) => tag === 'tr').map((row) =>
      elementsOf(row, ({ tag }) => tag === 'td' || tag === 'th').map(textOf),
    );
    this.run = rows
      .filter((cells) => cells.some((cell) => cell !== ''))
      .map((cells) => cells.join(' | '))
      .join('\n');
  }

  private breakPage({ attributes, children }: HtmlElement): void {
    const own = children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
    const label = (attributes.get('title') ?? attributes.get('aria-label') ?? own).replace(/^\D*(?=\d+$)/u, '').trim();
    if (label === '') return;
    if (this.run.trim() === '') this.page = label;
    else this.run = `${this.run}\n${writePageMark(label)}\n`;
  }
}

/** A mark for the pages of the printed edition (EPUB 3 structural semantics, DPUB-ARIA). */
function isPageBreak({ attributes }: HtmlElement): boolean {
  return hasWord(attributes.get('epub:type'), 'pagebreak') || attributes.get('role') === 'doc-pagebreak';
}

/** A note by its role, or as Word's and Markdown's converters write them. */
function isNote({ tag, attributes }: HtmlElement): boolean {
  const type = attributes.get('epub:type');
  if (['footnote', 'endnote', 'rearnote', 'note'].some((word) => hasWord(type, word))) return true;
  if (/^doc-(?:footnote|endnote)$/.test(attributes.get('role') ?? '')) return true;
  return tag === 'li' && /^(?:footnote|endnote|fn|cite_note|_?ftn)[-:_]?\d/i.test(attributes.get('id') ?? '');
}

/** The raised number in the text that points at a note. */
function isReference(element: HtmlElement): boolean {
  const { attributes } = element;
  if (hasWord(attributes.get('epub:type'), 'noteref') || attributes.get('role') === 'doc-noteref') return true;
  if (element.tag === 'a') return /^#(?:footnote|endnote|fn|cite_note|_?ftn)/i.test(attributes.get('href') ?? '');
  return element.tag === 'sup' && elementsOf(element, ({ tag }) => tag === 'a').length > 0;
}

/** The arrow that leads from a note back to the text. */
function isBackLink({ tag, attributes, children }: HtmlElement): boolean {
  if (attributes.get('role') === 'doc-backlink') return true;
  const [only] = children;
  return (
    tag === 'a' && children.length === 1 && typeof only === 'string' && /^(?:[↑↩^⬆↵\s]|\uFE0E|\uFE0F)+$/u.test(only)
  );
}

/** "14. März 2021" is a list of one item in Markdown, which begins at 14. */
function isNumberedLine(element: HtmlElement): boolean {
  return element.tag === 'ol' && element.attributes.has('start') && itemsOf(element).length === 1;
}

function itemsOf({ children }: HtmlElement): readonly HtmlElement[] {
  return children.filter((child) => typeof child !== 'string' && child.tag === 'li') as readonly HtmlElement[];
}

function holdsBlocks(element: HtmlElement): boolean {
  return elementsOf(element, ({ tag }) => /^(?:p|div|h[1-6]|ul|ol|table|blockquote|section)$/.test(tag)).length > 0;
}

/** Tables that only place what stands in them hold blocks or other tables, or have one column. */
function isData(table: HtmlElement): boolean {
  const cells = elementsOf(table, ({ tag }) => tag === 'td' || tag === 'th');
  const rows = elementsOf(table, ({ tag }) => tag === 'tr').length;
  if (elementsOf(table, ({ tag }) => tag === 'table').length > 1 || cells.length <= rows) return false;
  return !cells.some((cell) => elementsOf(cell, ({ tag }) => tag === 'p').length > 1 || textOf(cell).length > 400);
}

function hasWord(list: string | undefined, word: string): boolean {
  return list?.split(/\s+/).includes(word) === true;
}
