import { type Pass, report } from '../slide-tree.js';
import { addClass, attribute, elements, hasClass, isElement, setAttribute, textContent } from '../tree.js';

/**
 * A picture says in words what it shows, or that it says nothing. One that stands alone, but for what it rests on, gets the room that
 * is left.
 */
export const setPictures: Pass = (tree, rendering) => {
  for (const image of elements(tree.section, 'img')) {
    const decorative = hasClass(image, 'decorative') || attribute(image, 'role') === 'presentation';
    if (decorative) setAttribute(image, 'alt', '');
    if (attribute(image, 'alt') === undefined && attribute(image, 'aria-label') === undefined) {
      report(rendering, tree, image, rendering.deck.settings.ours ? 'error' : 'warning', {
        rule: 'alt-text',
        message: `The picture ${attribute(image, 'src') ?? ''} has no text alternative.`.replace('  ', ' '),
        cure: 'Say what it shows: ![like this](…), in HTML alt="like this". Where it says nothing: {.decorative}, in HTML alt="".',
      });
      setAttribute(image, 'alt', '');
    }
  }
  for (const paragraph of elements(tree.section, 'p')) {
    const words = paragraph.childNodes.filter((node) => !isElement(node) || !hasClass(node, 'cite')).map(textContent);
    if (words.join('').trim() === '' && elements(paragraph, 'img').length === 1) addClass(paragraph, 'picture');
  }
};
