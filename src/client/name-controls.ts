import { words } from './words.js';

/** Says in the deck's language what Reveal's own buttons say in English; where a deck runs from right to left Reveal changes two. */
export function nameControls(root: HTMLElement): void {
  const { nextSlide, previousSlide, slideAbove, slideBelow, resume } = words.deck;
  const isReversed = root.classList.contains('rtl');
  const names: Readonly<Record<string, string>> = {
    '.navigate-right': isReversed ? previousSlide : nextSlide,
    '.navigate-left': isReversed ? nextSlide : previousSlide,
    '.navigate-up': slideAbove,
    '.navigate-down': slideBelow,
  };
  for (const [selector, name] of Object.entries(names)) {
    for (const button of root.querySelectorAll(`.controls ${selector}`)) {
      button.setAttribute('aria-label', name);
      button.setAttribute('lang', words.lang);
    }
  }
  const button = root.querySelector<HTMLElement>('.resume-button');
  if (button === null) return;
  button.textContent = resume;
  button.lang = words.lang;
}
