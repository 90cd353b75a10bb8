import type { Pass } from '../slide-tree.js';
import { attribute, elements, ownStyle, removeAttribute, setAttribute } from '../tree.js';

/** What our own renderers say of an element's look joins what its author and the passes say. */
export const applyOwnStyles: Pass = ({ section }) => {
  for (const element of elements(section)) {
    const own = attribute(element, ownStyle);
    if (own === undefined) continue;
    removeAttribute(element, ownStyle);
    setAttribute(element, 'style', [own, attribute(element, 'style') ?? ''].filter((rule) => rule !== '').join(';'));
  }
};
