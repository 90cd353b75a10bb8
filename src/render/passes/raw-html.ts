import { type Pass, report } from '../slide-tree.js';
import { elements, type Node, remove, removeAttribute } from '../tree.js';

/**
 * Takes out of raw HTML what would run in the page; scripts have their place in the front matter. A nested `<section>` becomes a
 * `<div>`, since Reveal would take it for a slide of its own.
 */
export const tameRawHtml: Pass = (tree, rendering) => {
  const warn = (node: Node, message: string): void =>
    report(rendering, tree, node, 'warning', {
      rule: 'raw-script',
      message,
      cure: 'Put the code into a file and name it under `scripts:` in the front matter.',
    });
  for (const element of elements(tree.section)) {
    if (element.tagName === 'script') {
      warn(element, 'A <script> in a slide is left out.');
      remove(element);
    }
    if (element.tagName === 'section') {
      element.tagName = 'div';
      element.nodeName = 'div';
    }
    for (const { name, value } of element.attrs) {
      const runs = name.startsWith('on') || /^\s*javascript:/i.test(value);
      if (!runs) continue;
      warn(
        element,
        name.startsWith('on') ? `The attribute ${name} is left out.` : `The ${name} to javascript: is left out.`,
      );
      removeAttribute(element, name);
    }
  }
};
