import { isNotes, type Pass, report } from '../slide-tree.js';
import {
  append,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  isElement,
  type Node,
  remove,
  setAttribute,
  text,
  textContent,
} from '../tree.js';
import { isPicture } from './picture-captions.js';

/**
 * `layout=photo` fills the slide with its picture: the heading stands on a dark band above, caption and credit on one below. A slide that has
 * more than that, or no picture, is set as one with a figure.
 */
export const setPhoto: Pass = (tree, rendering) => {
  const { section, slide } = tree;
  if (slide.slide.layout !== 'photo') return;
  const shown = childElements(section).filter((one) => !isBeside(one));
  const isLoose = section.childNodes.some((node) => !isElement(node) && textContent(node).trim() !== '');
  const [picture, ...others] = shown;
  if (picture === undefined || !isPicture(picture) || others.length > 0 || isLoose) {
    setAttribute(section, 'data-layout', 'figure');
    report(rendering, tree, section, 'error', {
      rule: 'photo-slide',
      message:
        picture === undefined
          ? 'A slide with layout=photo has no picture.'
          : 'A slide with layout=photo shows its heading and one picture, and this one has more than that.',
      cure: 'Leave the heading and one picture in a paragraph of its own, or use layout=figure.',
    });
    return;
  }
  const [caption] = elements(picture, 'figcaption');
  if (caption === undefined) return;
  remove(caption);
  const lines = childElements(caption).flatMap((line, index): readonly Node[] =>
    index === 0 ? line.childNodes.slice() : [text(' '), ...line.childNodes.slice()],
  );
  append(section, create('p', { class: 'credit' }, ...lines));
};

function isBeside(element: Element): boolean {
  return /^h[1-6]$|^style$/.test(element.tagName) || isNotes(element) || hasClass(element, 'footnotes');
}
