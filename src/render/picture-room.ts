import type { Room } from '../model.js';
import { isNotes, type SlideTree } from './slide-tree.js';
import { closest, type Element, hasClass } from './tree.js';

/**
 * The room that a slide gives to a picture, px of the stage, as the theme has it (`figure.css`, `picture.css`). Undefined where the author
 * says how large it is.
 */
export function roomOf(image: Element, { slide, isProse }: SlideTree): Room | undefined {
  if (image.tagName !== 'img') return undefined;
  const isSpoken = isProse || closest(image, isNotes) !== undefined;
  if (slide.slide.layout === 'photo' && !isSpoken) return { width: 1280, height: 720, isFilled: true };
  if (closest(image, (one) => hasClass(one, 'pictures')) !== undefined)
    return { width: 544, height: 424, isFilled: true };
  if (closest(image, (one) => hasClass(one, 'pictured')) !== undefined) return { width: 736, height: 424 };
  return closest(image, (one) => hasClass(one, 'picture')) === undefined ||
    image.attrs.some(({ name }) => name === 'style')
    ? undefined
    : { width: 1120, height: 424 };
}
