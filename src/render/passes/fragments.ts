import type { Pass } from '../slide-tree.js';
import { addClass, attribute, closest, type Element, elements, hasClass, setAttribute } from '../tree.js';

/**
 * Makes steps of pauses and incremental lists. Where a diagram that comes in steps stands on the slide all steps are numbered
 * here, in reading order, since Reveal would show everything that has a number (the diagram's parts) before what has none.
 */
export const orderFragments: Pass = ({ section }, { drawings }) => {
  for (const element of elements(section)) {
    const listed =
      element.tagName === 'li' && closest(element, (other) => hasClass(other, 'incremental')) !== undefined;
    if (listed || hasClass(element, 'pause')) addClass(element, 'fragment');
  }
  const stepsOf = (element: Element): number => {
    const id = attribute(element, 'data-drawing');
    return id === undefined ? 0 : (drawings.byId.get(id)?.steps ?? 0);
  };
  const steps = elements(section).filter((element) => hasClass(element, 'fragment') || stepsOf(element) > 0);
  if (steps.every((element) => stepsOf(element) === 0)) return;
  const given = steps.map((element) => Number.parseInt(attribute(element, 'data-fragment-index') ?? '-1', 10));
  let next = Math.max(-1, ...given) + 1;
  for (const element of steps) {
    const count = stepsOf(element);
    const name = count > 0 ? 'data-first-step' : 'data-fragment-index';
    if (attribute(element, name) !== undefined) continue;
    setAttribute(element, name, String(next));
    next += Math.max(1, count);
  }
};
