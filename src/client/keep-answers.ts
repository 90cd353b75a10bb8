import type { RevealApi } from 'reveal.js';

/**
 * Reveal shows all steps of the slides before the present one, also of those that were jumped over, in the overview and when one comes
 * back. An answer waits until its own step has been shown, and with it what belongs to that step.
 */
export function keepAnswers(deck: RevealApi): void {
  const told = new WeakSet<Element>(answersIn(deck.getCurrentSlide()));
  deck.on('fragmentshown', (event) => {
    for (const step of stepsOf(event)) told.add(step);
  });
  deck.on('fragmenthidden', (event) => {
    for (const step of stepsOf(event)) told.delete(step);
  });
  const hide = (): void => {
    for (const answer of answersIn(deck.getSlidesElement())) if (!told.has(answer)) hideStep(answer);
  };
  for (const event of ['slidechanged', 'overviewshown', 'sync']) deck.on(event, hide);
}

function answersIn(root: Element | null | undefined): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('.answered.fragment.visible') ?? [])];
}

/** What comes in one step has one number on its slide. */
function hideStep(answer: HTMLElement): void {
  const { fragmentIndex = '' } = answer.dataset;
  const slide = answer.closest('section[data-layout]');
  const together = slide?.querySelectorAll(`.fragment[data-fragment-index="${fragmentIndex}"]`) ?? [];
  for (const step of [answer, ...together]) step.classList.remove('visible', 'current-fragment');
}

function stepsOf(event: Event): readonly Element[] {
  return 'fragments' in event ? (event.fragments as readonly Element[]) : [];
}
