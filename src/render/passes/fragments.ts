import { isNotes, type Pass, type SlideTree } from '../slide-tree.js';
import {
  addClass,
  attribute,
  closest,
  type Element,
  elements,
  hasClass,
  removeAttribute,
  removeClass,
  setAttribute,
} from '../tree.js';
import { firstStep, footnotesOf, isWaiting, showWith, stepOf } from '../waiting.js';

/**
 * Makes steps of pauses and incremental lists; notes are read all at once, and a step in them would be a click that shows nothing.
 * Where a diagram that comes in steps stands on the slide all steps are numbered here, in reading order, since Reveal would show
 * everything that has a number (the diagram's parts) before what has none; so they are where something stands below an answer, which
 * comes last, and where something at the slide's foot comes with a step: a footnote, what an abbreviation stands for.
 */
export const orderFragments: Pass = (tree, { drawings }) => {
  const { section } = tree;
  const isAnswered = (element: Element): boolean => hasClass(element, 'answered');
  const isNoted = (element: Element): boolean => isNotes(element) || closest(element, isNotes) !== undefined;
  for (const element of elements(section).filter(isNoted)) {
    if (!hasClass(element, 'fragment') && !hasClass(element, 'dim')) continue;
    removeClass(element, 'fragment', 'dim');
    removeAttribute(element, 'data-fragment-index');
  }
  const shown = elements(section).filter((element) => !isNoted(element));
  for (const element of shown) {
    const listed =
      element.tagName === 'li' && closest(element, (other) => hasClass(other, 'incremental')) !== undefined;
    if (listed || hasClass(element, 'pause')) addClass(element, 'fragment');
  }
  const stepsOf = (element: Element): number => {
    const id = attribute(element, 'data-drawing');
    return id === undefined ? 0 : (drawings.byId.get(id)?.steps ?? 0);
  };
  const read = shown.filter((element) => hasClass(element, 'fragment') || stepsOf(element) > 0);
  const isOfAnswer = (element: Element): boolean =>
    [element, closest(element, isAnswered)].some((one) => one !== undefined && isAnswered(one));
  const steps = [...read.filter((element) => !isOfAnswer(element)), ...read.filter(isOfAnswer)];
  const isInOrder = steps.every((element, at) => stepsOf(element) === 0 && element === read[at]);
  if (isInOrder && (steps.length === 0 || !hasWaitingFoot(tree))) return;
  const given = steps.map((element) => Number.parseInt(attribute(element, 'data-fragment-index') ?? '-1', 10));
  let next = Math.max(-1, ...given) + 1;
  for (const element of steps) {
    const count = stepsOf(element);
    const name = count > 0 ? 'data-first-step' : 'data-fragment-index';
    if (attribute(element, name) !== undefined) continue;
    setAttribute(element, name, String(next));
    next += Math.max(1, count);
  }
  holdFootnotes(tree);
};

function hasWaitingFoot(tree: SlideTree): boolean {
  const atFoot = [...footnotesOf(tree).values(), ...tree.abbreviations.map(({ uses }) => uses)];
  return atFoot.some((uses) => uses.some(isWaiting));
}

/** A footnote comes with the first step that refers to it; so does one that only such a footnote refers to. */
function holdFootnotes(tree: SlideTree): void {
  const footnotes = footnotesOf(tree);
  const noteAround = (sign: Element): Element | undefined => closest(sign, (one) => footnotes.has(one));
  const stepOfNote = (note: Element, above: readonly Element[]): number | undefined => {
    const steps = (footnotes.get(note) ?? []).flatMap((sign) => {
      const around = noteAround(sign);
      if (around === undefined) return [stepOf(sign)];
      return above.includes(around) ? [] : [stepOfNote(around, [...above, around])];
    });
    return firstStep(steps);
  };
  const held = [...footnotes.keys()].map((note) => [note, stepOfNote(note, [note])] as const);
  for (const [note, step] of held) showWith(note, step);
}
