import { type Element, elements, removeAttribute, setAttribute } from './tree.js';

/** Opens every `<details>`: nobody can open one on paper. Of those that share a name a browser keeps one open, so the name goes. */
export function openDetails(root: Element): void {
  for (const details of elements(root, 'details')) {
    setAttribute(details, 'open', '');
    removeAttribute(details, 'name');
  }
}
