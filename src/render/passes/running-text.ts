import { dropLeftOut } from '../links.js';
import { openDetails } from '../open-details.js';
import { setInPlace } from '../set-in-place.js';
import type { Pass } from '../slide-tree.js';
import { addClass, attribute, type Element, elements, remove, removeAttribute, setAttribute } from '../tree.js';

/** What an author places on the stage by hand has no such place in running text. */
const ofStage = ['div', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'table'];

/** Takes away what only a stage has. Answers, where they are kept, stand where they were written. */
export const setAsRunningText: Pass = (tree, rendering) => {
  dropLeftOut(tree, rendering);
  openDetails(tree.section);
  for (const element of elements(tree.section)) {
    if (element.tagName === 'colgroup') remove(element);
    if (attribute(element, 'data-at') !== undefined) setLine(element);
    if (ofStage.includes(element.tagName)) removeAttribute(element, 'style');
    if (element.tagName === 'th' && attribute(element, 'scope') === undefined) setAttribute(element, 'scope', 'col');
    if (attribute(element, 'data-answer') !== undefined) {
      removeAttribute(element, 'data-answer');
      addClass(element, 'answer');
    }
  }
  setInPlace(tree.section);
};

/** Code has no steps on paper: every line keeps its colours. */
function setLine(line: Element): void {
  removeAttribute(line, 'data-at');
  setAttribute(line, 'class', 'line');
}
