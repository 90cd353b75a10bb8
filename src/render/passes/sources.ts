import { fullReference } from '../reference.js';
import type { Pass } from '../slide-tree.js';
import { append, childElements, create, type Element, elements, hasClass, parse } from '../tree.js';

/** `::: sources` with nothing in it lists the references that the edition cites. */
export const listSources: Pass = ({ section, slide }) => {
  const { references = [] } = slide;
  if (references.length === 0) return;
  for (const block of elements(section).filter((element) => hasClass(element, 'sources'))) {
    if (childElements(block).length > 0) continue;
    const entries = references.map((reference) => entryOf(fullReference(reference)));
    append(block, create('ul', { class: 'references' }, ...entries));
  }
};

/** Without the style's own wrapper. */
function entryOf(html: string): Element {
  const fragment = parse(html);
  const [wrapper, ...others] = childElements(fragment);
  const isWrapped = wrapper !== undefined && others.length === 0 && hasClass(wrapper, 'csl-entry');
  return create('li', {}, ...(isWrapped ? wrapper : fragment).childNodes.slice());
}
