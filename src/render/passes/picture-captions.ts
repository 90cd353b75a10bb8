import type { Rendering } from '../rendering.js';
import { type Pass, report, type SlideTree } from '../slide-tree.js';
import {
  addClass,
  append,
  attribute,
  classes,
  create,
  type Element,
  elements,
  hasClass,
  isElement,
  ownStyle,
  removeAttribute,
  removeClass,
  setAttribute,
  text,
} from '../tree.js';

/**
 * A picture that stands alone and has a caption or a credit is a figure with both. Its paragraph becomes the figure, so that what it claims
 * stays with it. The credit of one in a line of text stands at the end. `focus` says which part of a picture stays where it is cut.
 */
export const captionPictures: Pass = (tree, rendering) => {
  for (const image of elements(tree.section, 'img')) {
    const caption = taken(image, 'data-caption');
    const credit = taken(image, 'data-credit');
    focus(image, tree, rendering);
    if (caption === undefined && credit === undefined) continue;
    const paragraph = image.parentNode;
    const lines = [
      ...(caption === undefined ? [] : [create('span', { class: 'caption' }, text(caption))]),
      ...(credit === undefined ? [] : [create('span', { class: 'credit' }, text(credit))]),
    ];
    if (isElement(paragraph) && hasClass(paragraph, 'picture')) makeFigure(paragraph, lines);
    else {
      if (credit !== undefined) append(tree.section, create('p', { class: 'credit' }, text(credit)));
      if (caption !== undefined) reportUnshown(image, tree, rendering);
    }
  }
};

function makeFigure(paragraph: Element, lines: readonly Element[]): void {
  paragraph.tagName = 'figure';
  paragraph.nodeName = 'figure';
  removeClass(paragraph, 'picture');
  addClass(paragraph, 'pictured');
  // Around a picture with an alternative a figure would be tagged as a second one, without.
  setAttribute(paragraph, 'role', 'group');
  const cites = elements(paragraph).filter((element) => hasClass(element, 'cite'));
  const [image] = elements(paragraph, 'img');
  const [caption, ...others] = lines;
  if (caption !== undefined) for (const cite of cites) append(caption, text(' '), cite);
  paragraph.childNodes = [];
  append(
    paragraph,
    ...(image === undefined ? [] : [image]),
    create('figcaption', {}, ...(caption ? [caption] : []), ...others.flatMap((other) => [text(' '), other])),
  );
}

function reportUnshown(image: Element, tree: SlideTree, rendering: Rendering): void {
  report(rendering, tree, image, 'warning', {
    rule: 'picture-caption',
    message: 'The picture stands in a line of text, where its caption has no place: it is not shown.',
    cure: 'Put the picture into a paragraph of its own.',
  });
}

/** Two shares of the picture, from the left and from the top, as CSS writes a position. */
function focus(image: Element, tree: SlideTree, rendering: Rendering): void {
  const typed = taken(image, 'data-focus');
  if (typed === undefined) return;
  const shares = typed.trim().split(/[\s,]+/);
  const isPosition = shares.length === 2 && shares.every((share) => /^(100|\d{1,2})(\.\d+)?%?$/.test(share));
  if (!isPosition) {
    report(rendering, tree, image, 'warning', {
      rule: 'picture-focus',
      message: `The focus "${typed}" is not a place in the picture; the middle is kept in sight.`,
      cure: 'Write two shares, from the left and from the top: {focus="30% 20%"}.',
    });
    return;
  }
  const position = shares.map((share) => (share.endsWith('%') ? share : `${share}%`)).join(' ');
  const own = attribute(image, ownStyle);
  setAttribute(image, ownStyle, [...(own === undefined ? [] : [own]), `object-position:${position}`].join(';'));
}

function taken(image: Element, name: string): string | undefined {
  const value = attribute(image, name)?.trim();
  removeAttribute(image, name);
  return value === '' ? undefined : value;
}

/** Whether an element is a picture with nothing beside it but its caption. */
export function isPicture(element: Element): boolean {
  return classes(element).some((name) => name === 'picture' || name === 'pictured');
}
