import type { Drawing } from '../../model.js';
import { isNotes } from '../slide-tree.js';
import { attribute, closest, elements, hasClass, type SeenElement } from '../tree.js';
import { hides } from '../waiting.js';

/** The clicks of a slide, counted from 1 as Reveal counts them. */
export interface SlideSteps {
  readonly count: number;
  /** The click with which an element appears: the last of those it stands in. Undefined: it is there when the slide opens. */
  readonly of: (element: SeenElement) => number | undefined;
  /** The click before the first step of a drawing's own. Undefined where it has none. */
  readonly before: (drawing: SeenElement) => number | undefined;
}

/**
 * Reveal shows what has a number in the order of the numbers, what shares one at once, and then what has none, one by one
 * (its `fragments.js`, `sort`). A drawing's parts are numbered from its first step on.
 */
export function stepsOf(section: SeenElement, drawings: ReadonlyMap<string, Drawing>): SlideSteps {
  const own = new Map<SeenElement, number | undefined>();
  const drawn = new Map<SeenElement, { readonly first: number; readonly count: number }>();
  for (const element of elements(section)) {
    if (closest(element, isNotes) !== undefined) continue;
    if (hasClass(element, 'fragment')) own.set(element, numberIn(element, 'data-fragment-index'));
    const count = drawings.get(attribute(element, 'data-drawing') ?? '')?.steps ?? 0;
    if (count > 0) drawn.set(element, { first: numberIn(element, 'data-first-step') ?? 0, count });
  }
  const numbers = [
    ...[...own.values()].filter((number) => number !== undefined),
    ...[...drawn.values()].flatMap(({ first, count }) => Array.from({ length: count }, (_, step) => first + step)),
  ];
  const inOrder = [...new Set(numbers)].sort((a, b) => a - b);
  const clicks = new Map<SeenElement, number>();
  let count = inOrder.length;
  for (const [element, number] of own)
    clicks.set(element, number === undefined ? ++count : inOrder.indexOf(number) + 1);
  return {
    count,
    of(element) {
      let last: number | undefined;
      for (let one: SeenElement | undefined = element; one !== undefined; one = closest(one, () => true)) {
        const click = hides(one) ? clicks.get(one) : undefined;
        if (click !== undefined) last = Math.max(last ?? 0, click);
      }
      return last;
    },
    before(drawing) {
      const first = drawn.get(drawing)?.first;
      return first === undefined ? undefined : inOrder.indexOf(first);
    },
  };
}

function numberIn(element: SeenElement, name: string): number | undefined {
  const number = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}
