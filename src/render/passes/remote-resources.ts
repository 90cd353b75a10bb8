import { type Address, addressesOf, kindOf } from '../addresses.js';
import { isNotes, type Pass, report } from '../slide-tree.js';
import { create, elements, insertBefore, remove, removeAttribute, replace, text } from '../tree.js';

/**
 * A deck asks nothing of the network: what lies on another host is replaced by a box that names it. Links stay; following one
 * is the reader's own doing.
 */
export const replaceRemote: Pass = (tree, rendering) => {
  const { section } = tree;
  for (const element of [section, ...elements(section)]) {
    for (const address of addressesOf(element).filter(({ url }) => kindOf(url) === 'remote')) {
      report(rendering, tree, element, 'warning', {
        rule: 'remote-resource',
        message: `${address.url} lies on another host and is not loaded; a box names it.`,
        cure: 'Put the file into the deck’s folder and name it there.',
      });
      box(address, section);
    }
  }
};

function box({ element, attribute: name, url }: Address, section: typeof element): void {
  const shown = create('span', { class: 'remote' }, text(`Not loaded: ${url}`));
  if (['img', 'iframe', 'embed', 'object', 'link', 'image'].includes(element.tagName)) {
    if (element.parentNode !== null) replace(element, shown);
    return;
  }
  removeAttribute(element, name);
  if (element === section) {
    const notes = section.childNodes.find((node) => 'tagName' in node && isNotes(node));
    if (notes === undefined) section.childNodes.push(Object.assign(shown, { parentNode: section }));
    else insertBefore(shown, notes);
  } else if (element.tagName === 'source' || element.tagName === 'track') {
    remove(element);
  } else {
    insertBefore(shown, element);
  }
}
