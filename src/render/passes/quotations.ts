import type { Pass } from '../slide-tree.js';
import {
  addClass,
  append,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  type Node,
  text,
  textContent,
} from '../tree.js';
import { trimBefore } from './marks.js';

/**
 * A block quote typed without quotation marks gets them from the theme; typed with them, they hang outside the text. The closing one
 * has an element of its own, since the marks of citations come last and are no part of the quotation.
 */
export const setQuotations: Pass = ({ section }) => {
  for (const quote of elements(section, 'blockquote')) {
    const first = childElements(quote).find(({ tagName }) => tagName === 'p') ?? quote;
    const isMarked = /^\s*["“”„«‹‘']/.test(textContent(first));
    addClass(first, isMarked ? 'marked' : 'unmarked');
    if (!isMarked) close(first);
  }
};

function close(block: Element): void {
  const cite = lastCites(block);
  const closing = create('span', { class: 'closing' });
  if (cite === undefined) append(block, closing);
  else {
    trimBefore(cite);
    insertBefore(closing, cite);
    insertBefore(text(' '), cite);
  }
}

/** The first of the citations a block ends in. */
function lastCites(block: Element): Element | undefined {
  let first: Element | undefined;
  for (const node of block.childNodes.toReversed()) {
    if (isElement(node) && hasClass(node, 'cite')) first = node;
    else if (!isBlank(node)) break;
  }
  return first;
}

function isBlank(node: Node): boolean {
  return !isElement(node) && textContent(node).trim() === '';
}
