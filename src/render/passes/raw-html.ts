import { type Pass, report } from '../slide-tree.js';
import { attribute, elements, type Node, remove, removeAttribute } from '../tree.js';

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
    if (
      element.tagName === 'script' ||
      (element.tagName === 'meta' && attribute(element, 'http-equiv') !== undefined)
    ) {
      warn(element, `A <${element.tagName}> in a slide is left out.`);
      remove(element);
    }
    if (element.tagName === 'section') {
      element.tagName = 'div';
      element.nodeName = 'div';
    }
    for (const { name, value } of element.attrs) {
      if (name.startsWith('on')) warn(element, `The attribute ${name} is left out.`);
      else if (followed.includes(name) && runs(value))
        warn(element, `The ${name === 'href' ? 'link' : name} to javascript: is left out.`);
      else continue;
      removeAttribute(element, name);
    }
  }
};

/** Attributes whose address the browser, or Reveal, goes to. */
const followed = [
  'href',
  'src',
  'data',
  'action',
  'formaction',
  'data-src',
  'data-background-iframe',
  'data-preview-link',
];

/** Browsers skip control characters and spaces in an address before they look at its scheme (URL Standard, 4.4). */
function runs(address: string): boolean {
  return /^(javascript|vbscript):/i.test(address.replace(/[\p{Cc} ]/gu, ''));
}
