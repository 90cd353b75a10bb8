import { escapeHtml } from '../../escape-html.js';
import { codeBlock } from '../code-block.js';
import type { Pass } from '../slide-tree.js';
import {
  addClass,
  attribute,
  childElements,
  elements,
  hasClass,
  parse,
  removeAttribute,
  replace,
  textContent,
} from '../tree.js';

/**
 * `<pre><code>` written as raw HTML looks like code from a fence, with Reveal's own attributes: line numbers and steps, their
 * first number, and `data-trim`. It has no colours, and what is marked up inside stays as it is.
 */
export const setRawCode: Pass = ({ section }) => {
  for (const pre of elements(section, 'pre')) {
    const [code, ...others] = childElements(pre);
    if (hasClass(pre, 'code') || code?.tagName !== 'code' || others.length > 0) continue;
    const lines = attribute(code, 'data-line-numbers');
    addClass(pre, 'code', ...(lines === undefined ? [] : ['numbered']));
    if (childElements(code).length > 0) continue;
    const typed = textContent(code);
    const text = attribute(code, 'data-trim') === undefined ? typed.replace(/^\n|\n$/g, '') : typed.trim();
    removeAttribute(pre, 'style');
    const attributes = pre.attrs.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('');
    const [block] = parse(
      codeBlock({
        html: escapeHtml(text),
        ...(lines !== undefined && { lines }),
        first: Number(attribute(code, 'data-ln-start-from') ?? 1),
        attributes,
      }),
    ).childNodes;
    if (block !== undefined) replace(pre, block);
  }
};
