import type { Pass } from '../slide-tree.js';
import { addClass, childElements, elements, textContent } from '../tree.js';

/** A block quote typed without quotation marks gets them from the theme; typed with them, they hang outside the text. */
export const setQuotations: Pass = ({ section }) => {
  for (const quote of elements(section, 'blockquote')) {
    addClass(childElements(quote)[0] ?? quote, /^\s*["“”„«‹‘']/.test(textContent(quote)) ? 'marked' : 'unmarked');
  }
};
