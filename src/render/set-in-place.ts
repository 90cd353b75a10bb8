import { withoutPlaces } from '../css/without-places.js';
import { attribute, type Element, hasClass, isElement, setAttribute } from './tree.js';

/** What a library or we ourselves have placed on purpose. */
const placed = ['katex', 'drawing'];

/** Takes away what puts an element of running text elsewhere than where it stands: moved by hand on a screen, it would lie over other words. */
export function setInPlace(root: Element): void {
  for (const node of root.childNodes) {
    if (!isElement(node) || placed.some((name) => hasClass(node, name))) continue;
    const style = attribute(node, 'style');
    if (style !== undefined) setAttribute(node, 'style', withoutPlaces(style));
    setInPlace(node);
  }
}
