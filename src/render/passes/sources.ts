import { fullReference } from '../reference.js';
import type { Pass } from '../slide-tree.js';
import { append, childElements, create, elements, hasClass, text } from '../tree.js';

/** `::: sources` with nothing in it lists the bibliography in full. */
export const listSources: Pass = ({ section }, { deck }) => {
  for (const list of elements(section).filter((element) => hasClass(element, 'sources'))) {
    if (childElements(list).length > 0) continue;
    for (const reference of deck.references) {
      const { authors, title, container, date } = fullReference(reference);
      const before = [authors, title === '' ? '' : `‘${title}’`].filter((part) => part !== '').join(', ');
      const work = container === '' ? [] : [text(', '), create('em', {}, text(container))];
      append(list, create('p', {}, text(before), ...work, text(date === '' ? '' : `, ${date}`)));
    }
  }
};
