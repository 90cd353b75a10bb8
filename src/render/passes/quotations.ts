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
  remove,
  text,
  textContent,
} from '../tree.js';
import { trimBefore } from './marks.js';

/**
 * A block quote typed without quotation marks gets them from the theme; typed with them, they hang outside the text. The closing one
 * stands at the end of its last paragraph, in an element of its own, since the marks of citations come last and are no part of the
 * quotation; nor is who said it, behind a dash.
 */
export const setQuotations: Pass = ({ section }) => {
  for (const quote of elements(section, 'blockquote')) {
    partSpeaker(quote);
    const paragraphs = childElements(quote).filter(({ tagName }) => tagName === 'p');
    const speaker = paragraphs.slice(1).at(-1);
    if (speaker !== undefined && isDashed(speaker) && !paragraphs.slice(0, -1).some(isDashed)) {
      addClass(speaker, 'quote-speaker');
      paragraphs.pop();
    }
    const first = paragraphs[0] ?? quote;
    const isMarked = /^\s*["“”„«‹‘']/.test(textContent(first));
    addClass(first, isMarked ? 'marked' : 'unmarked');
    if (!isMarked) close(paragraphs.at(-1) ?? quote);
  }
};

/** Several such paragraphs or lines are what was said in turn. */
function isDashed(paragraph: Element): boolean {
  return /^\s*[—–]/.test(textContent(paragraph));
}

/** A last line that begins with a dash gets a paragraph of its own, with what follows it. */
function partSpeaker(quote: Element): void {
  const last = childElements(quote).findLast(({ tagName }) => tagName === 'p');
  const dashed = last?.childNodes.findLast((node) => 'value' in node && node.value.includes('\n'));
  if (last === undefined || isDashed(last) || dashed === undefined || !('value' in dashed)) return;
  const start = dashed.value.search(/\n\s*[—–]\s[^\n]*$/);
  if (start < 0) return;
  const speaker = create('p', {}, text(dashed.value.slice(start).trimStart()));
  const following = last.childNodes.slice(last.childNodes.indexOf(dashed) + 1);
  dashed.value = dashed.value.slice(0, start);
  const before = last.childNodes[last.childNodes.indexOf(dashed) - 1];
  if (before?.nodeName === 'br') remove(before);
  append(speaker, ...following);
  append(quote, speaker);
}

function close(block: Element): void {
  const cite = lastCites(block);
  const closing = create('span', { class: 'quote-end' });
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
