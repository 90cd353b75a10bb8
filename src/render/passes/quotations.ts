import type { Pass } from '../slide-tree.js';
import { addClass, childElements, elements, textContent } from '../tree.js';

/** A block quote typed without quotation marks gets them from the theme; typed with them, they hang outside the text. */
export const setQuotations: Pass = ({ section }) => {
  for (const quote of elements(section, 'blockquote')) {
    const first = childElements(quote).find(({ tagName }) => tagName === 'p') ?? quote;
    addClass(first, /^\s*["“”„«‹‘']/.test(textContent(first)) ? 'marked' : 'unmarked');
  }
};
