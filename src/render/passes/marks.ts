import { citationsOf, mean } from '../meaning.js';
import { isNotes, type Pass } from '../slide-tree.js';
import {
  addClass,
  append,
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  type Node,
  remove,
  text,
  textContent,
} from '../tree.js';

const claims = ['p', 'li', 'blockquote', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blocks = [...claims, 'td', 'th', 'figcaption', 'div', 'section', 'aside'];
/** Layouts that hold no claims: a mark there is part of a sentence. */
export const withoutClaims: readonly string[] = ['title', 'sources', 'blank'];

/**
 * Evidence stands in the margin: the marks of a claim are gathered behind its words, each paragraph once, and the theme hangs them in the
 * outermost column on the claim's first line. In tables, captions, notes and prose a mark stays where it was typed, held to the word
 * before it; a row with one mark has it in the margin.
 */
export const hangMarks: Pass = ({ section, slide, isProse }) => {
  const cites = elements(section, 'span').filter((element) => hasClass(element, 'cite'));
  const byBlock = new Map<Element, Element[]>();
  for (const cite of cites) {
    const block = closest(cite, ({ tagName }) => blocks.includes(tagName)) ?? section;
    byBlock.set(block, [...(byBlock.get(block) ?? []), cite]);
  }
  for (const [block, found] of byBlock) {
    if (!isProse && isClaimBlock(block) && !withoutClaims.includes(slide.slide.layout)) hang(block, found);
    else for (const cite of found) glue(cite);
  }
  if (!isProse) for (const row of elements(section, 'tr')) hangRow(row);
};

/** Whether an element makes a claim of its own, with marks in the margin. */
export function isClaimBlock(block: Element): boolean {
  const loose = ({ tagName }: Element): boolean => ['td', 'th', 'figcaption'].includes(tagName);
  return (
    claims.includes(block.tagName) &&
    closest(block, (element) => loose(element) || isNotes(element) || hasClass(element, 'footnotes')) === undefined
  );
}

function hang(block: Element, cites: readonly Element[]): void {
  const marks = create('span', { class: 'marks' });
  for (const cite of cites) {
    trimBefore(cite);
    for (const mark of childElements(cite)) {
      const name = attribute(mark, 'aria-label');
      const same = childElements(marks).find((other) => attribute(other, 'aria-label') === name);
      if (same === undefined) append(marks, ...(marks.childNodes.length > 0 ? [text(', ')] : []), mark);
      else mean(same, { citations: citationsOf(mark) });
    }
    remove(cite);
  }
  layMarks(marks, block);
}

/** Puts marks behind a block's own words, which may stand in a paragraph of it. */
export function layMarks(marks: Element, block: Element): void {
  const own = withOwnWords(block);
  const nested = own.childNodes.find((node) => ['ul', 'ol', 'p', 'div', 'pre', 'table'].includes(node.nodeName));
  if (nested === undefined) append(own, text(' '), marks);
  else insertBefore(marks, nested);
}

/** The paragraph an item begins with; the one a quotation ends with, before who said it. */
function withOwnWords(block: Element): Element {
  if (block.childNodes.some((node) => !isElement(node) && textContent(node).trim() !== '')) return block;
  const [first, ...rest] = childElements(block);
  const said = [first, ...rest].filter((one) => one?.tagName === 'p' && !hasClass(one, 'quote-speaker'));
  const own = block.tagName === 'blockquote' ? said.at(-1) : said.find((one) => one === first);
  return own ?? block;
}

function glue(cite: Element): void {
  trimBefore(cite, '\u00A0');
}

/** Exchanges the space an author types before a citation. */
export function trimBefore(cite: Element, by = ''): void {
  const siblings: readonly Node[] = cite.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(cite) - 1];
  if (before !== undefined && 'value' in before) before.value = before.value.replace(/\s+$/, by);
}

function hangRow(row: Element): void {
  const cites = elements(row, 'span').filter((element) => hasClass(element, 'cite'));
  const [cite] = cites;
  const cell = elements(row).findLast(({ tagName }) => tagName === 'td' || tagName === 'th');
  if (cite === undefined || cites.length > 1 || cell === undefined) return;
  trimBefore(cite);
  addClass(cite, 'marks');
  append(cell, cite);
  const table = closest(row, ({ tagName }) => tagName === 'table');
  if (table !== undefined) addClass(table, 'cited');
}
