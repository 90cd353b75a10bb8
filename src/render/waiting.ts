import { isNotes, type SlideTree } from './slide-tree.js';
import {
  addClass,
  attribute,
  childElements,
  classes,
  closest,
  type Element,
  elements,
  hasClass,
  type SeenElement,
  setAttribute,
} from './tree.js';

/** Fragments of Reveal's that are there before their step: it only changes them, or takes them away. */
const thereBefore = /^(fade-out|semi-fade-out|highlight-.*|grow|shrink|strike|custom)$/;

/** Whether an element is hidden when its slide is entered, because it stands in a step. */
export function isWaiting(element: Element): boolean {
  return closest(element, hides) !== undefined;
}

/** The step that shows an element: the last one it stands in. `undefined`: it is there from the start. Steps have to be numbered. */
export function stepOf(element: Element): number | undefined {
  const steps: number[] = [];
  for (let around = closest(element, hides); around !== undefined; around = closest(around, hides))
    steps.push(Number(attribute(around, 'data-fragment-index') ?? 0));
  return steps.length === 0 ? undefined : Math.max(...steps);
}

/** The step that shows the first of some elements; `undefined`: one of them is there from the start, or there are none. */
export function firstStep(steps: readonly (number | undefined)[]): number | undefined {
  const numbers = steps.filter((step) => step !== undefined);
  return numbers.length < steps.length || numbers.length === 0 ? undefined : Math.min(...numbers);
}

/** Makes an element come with a step; with none it is there from the start. */
export function showWith(element: Element, step: number | undefined): void {
  if (step === undefined) return;
  addClass(element, 'fragment');
  setAttribute(element, 'data-fragment-index', String(step));
}

/** The slide's footnotes, each with the signs in its text and in other footnotes that refer to it. */
export function footnotesOf({ section }: Pick<SlideTree, 'section'>): ReadonlyMap<Element, readonly Element[]> {
  const lists = elements(section, 'ol').filter(
    (list) => hasClass(list, 'footnotes') && closest(list, isNotes) === undefined,
  );
  const signs = elements(section, 'sup').filter(
    (sign) => hasClass(sign, 'note') && closest(sign, isNotes) === undefined,
  );
  const targetOf = (sign: Element): string | undefined => attribute(childElements(sign)[0] ?? sign, 'href');
  return new Map(
    lists
      .flatMap(childElements)
      .map((note) => [note, signs.filter((sign) => targetOf(sign) === `#${attribute(note, 'id')}`)]),
  );
}

/** Whether an element is a fragment that is not there before its step. */
export function hides(element: SeenElement): boolean {
  return hasClass(element, 'fragment') && !classes(element).some((name) => thereBefore.test(name));
}
