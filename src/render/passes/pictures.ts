import type { Layout } from '../../model.js';
import { type Pass, report } from '../slide-tree.js';
import {
  addClass,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  setAttribute,
  textContent,
} from '../tree.js';

/**
 * A picture says in words what it shows, or that it says nothing. One that stands alone, but for what it rests on, gets the room that
 * is left. What is drawn by lines may grow, what is made of pixels may not.
 */
export const setPictures: Pass = (tree, rendering) => {
  for (const image of elements(tree.section, 'img')) {
    if (/\.svg([?#]|$)|^data:image\/svg/i.test(attribute(image, 'src') ?? '')) addClass(image, 'vector');
    const decorative = hasClass(image, 'decorative') || attribute(image, 'role') === 'presentation';
    if (decorative) setAttribute(image, 'alt', '');
    if (attribute(image, 'alt') === undefined && attribute(image, 'aria-label') === undefined) {
      report(rendering, tree, image, rendering.deck.settings.usesOwnTheme ? 'error' : 'warning', {
        rule: 'alt-text',
        message: `The picture ${attribute(image, 'src') ?? ''} has no text alternative.`.replace('  ', ' '),
        cure: 'Say what it shows: ![like this](…), in HTML alt="like this". Where it says nothing: {.decorative}, in HTML alt="".',
      });
      setAttribute(image, 'alt', '');
    }
  }
  if (rendering.deck.settings.usesOwnTheme && !openers.includes(tree.slide.slide.layout))
    for (const paragraph of elements(tree.section, 'p')) splitPictures(paragraph);
  for (const paragraph of elements(tree.section, 'p')) {
    const words = paragraph.childNodes.filter((node) => !isElement(node) || !hasClass(node, 'cite')).map(textContent);
    if (words.join('').trim() === '' && elements(paragraph, 'img').length === 1) addClass(paragraph, 'picture');
  }
};

/** What opens a talk or a part of it has no room for pictures beside each other: they stand in a line, as they were typed. */
export const openers: readonly Layout[] = ['title', 'section'];

/** Pictures in one paragraph, with nothing between them, are a paragraph each. */
function splitPictures(paragraph: Element): void {
  const [first, ...others] = childElements(paragraph).filter(({ tagName }) => tagName === 'img');
  const isMore = childElements(paragraph).length > 1 + others.length || textContent(paragraph).trim() !== '';
  if (first === undefined || others.length === 0 || isMore) return;
  insertBefore(create('p', {}, first), paragraph);
  for (const image of others.slice(0, -1)) insertBefore(create('p', {}, image), paragraph);
}
