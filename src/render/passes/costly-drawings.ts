import { drawnElements, mostDrawn } from '../drawn-elements.js';
import { type Pass, report } from '../slide-tree.js';
import { elements, remove } from '../tree.js';

/** An SVG on the slide that draws without end loses its `<use>`s, and that is said. */
export const leaveOutCostlyDrawings: Pass = (tree, rendering) => {
  const uses = elements(tree.section, 'use');
  const [first] = uses;
  if (first === undefined || drawnElements(tree.section) <= mostDrawn) return;
  report(rendering, tree, first, 'error', {
    rule: 'image-costly',
    message: `The <use>s of this drawing draw more than ${mostDrawn.toLocaleString('en')} elements; they are left out.`,
    cure: 'Draw what repeats with fewer steps, or as one path.',
  });
  for (const use of uses) remove(use);
};
