import type { DevUpdate } from '../../vite/dev-update.js';
import { type DevDeck, whenShown } from './dev-deck.js';
import { allSlides } from './dev-place.js';

/** What Reveal, and what fits a slide to its ground, note on a slide while it is shown. */
const marks = ['past', 'present', 'future', 'has-dark-background', 'has-light-background', 'on-picture'];
const stepMarks = ['visible', 'current-fragment'];

/**
 * Puts changed slides in place of the old ones, at the same step. They are seen at once; Reveal, which goes through all slides to know
 * of them, is told when they have been. False, and nothing is changed, where others stand there than the update means.
 */
export function exchangeSlides(slides: DevUpdate['slides'], deck: DevDeck | undefined): boolean {
  const standing = allSlides();
  if (slides.some(({ position, was }) => standing[position]?.id !== was)) return false;
  for (const { position, html } of slides) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const [old, now] = [standing[position], holder.content.firstElementChild];
    if (old !== undefined && now instanceof HTMLElement) takeOver(old, now);
    old?.replaceWith(holder.content);
  }
  if (deck !== undefined) tellOnce(deck);
  return true;
}

/** As the old one stood there, shown or waiting, the new one does. */
function takeOver(old: HTMLElement, now: HTMLElement): void {
  for (const name of marks) if (old.classList.contains(name)) now.classList.add(name);
  for (const name of ['hidden', 'aria-hidden']) {
    const value = old.getAttribute(name);
    if (value !== null) now.setAttribute(name, value);
  }
  now.style.display = old.style.display;
  const steps = now.querySelectorAll('.fragment');
  old.querySelectorAll('.fragment').forEach((step, at) => {
    for (const name of stepMarks) if (step.classList.contains(name)) steps[at]?.classList.add(name);
  });
}

/** Decks that will be told of new slides. */
const waiting = new WeakSet<DevDeck>();

function tellOnce(deck: DevDeck): void {
  if (waiting.has(deck)) return;
  waiting.add(deck);
  whenShown(() => {
    waiting.delete(deck);
    const state = deck.getState();
    deck.sync();
    deck.setState(state);
    deck.layout();
  });
}
