import { type Pass, report } from '../slide-tree.js';
import { attribute, elements, remove, removeAttribute } from '../tree.js';

/**
 * Takes out of raw HTML what the page must not run, and makes a nested `<section>` a `<div>`, since Reveal would take it for a
 * slide of its own.
 */
export const tameRawHtml: Pass = (tree, rendering) => {
  for (const element of elements(tree.section)) {
    if (element.tagName === 'script') {
      report(rendering, tree, element, 'warning', {
        rule: 'raw-script',
        message: 'A <script> in a slide is left out.',
        cure: 'Put the code into a file and name it under `scripts:` in the front matter.',
      });
      remove(element);
    }
    const href = attribute(element, 'href') ?? '';
    if (/^\s*javascript:/i.test(href)) {
      report(rendering, tree, element, 'warning', {
        rule: 'raw-script',
        message: 'A link to `javascript:` is left out; its text stays.',
        cure: 'Link to a slide, a file or a page.',
      });
      removeAttribute(element, 'href');
    }
    if (element.tagName === 'section') {
      element.tagName = 'div';
      element.nodeName = 'div';
    }
  }
};
