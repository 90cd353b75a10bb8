import { contrast } from '../css/contrast.js';
import { dimLines } from './code-steps.js';
import { colourOf } from './colours.js';
import { showFinalSteps } from './final-steps.js';
import { layGrounds } from './grounds.js';
import { openDetails } from './open-details.js';
import { unsuit } from './suit-ground.js';

type Undo = () => void;

/**
 * Makes paper of the deck while the browser's own menu prints it: all slides with their last steps (the theme's `print.css` lays them
 * out) and dark words on white, since a dark ground takes ink. Afterwards all is as it was. The print view is left alone: its PDF is the
 * deck as on screen.
 */
export function enablePaper(root: HTMLElement): void {
  let restore: Undo = () => undefined;
  const undo = (): void => {
    restore();
    restore = () => undefined;
  };
  addEventListener('beforeprint', () => {
    if (document.documentElement.classList.contains('reveal-print')) return;
    undo();
    restore = toPaper(root);
  });
  addEventListener('afterprint', undo);
}

function toPaper(root: HTMLElement): Undo {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  const done = [showFinalSteps(root), openDetails(root), layGrounds(root)];
  delete dataset.theme;
  for (const slide of root.querySelectorAll<HTMLElement>('section[data-layout]')) lighten(slide, theme === 'dark');
  dimLines();
  return () => {
    if (theme !== undefined) dataset.theme = theme;
    for (const undo of done.toReversed()) undo();
    dimLines();
  };
}

/**
 * Takes a slide's dark ground and its gradient away. A picture stays, with the colours the deck has over it, and so does the ground of
 * an author's own light words. What is changed here `layGrounds` takes back.
 */
function lighten(slide: HTMLElement, isDarkDeck: boolean): void {
  const { className, style } = slide;
  const { cssText } = style;
  const isPicture = style.background.includes('url(');
  if (slide.classList.contains('has-light-background') && !style.background.includes('gradient(')) return;
  slide.classList.remove('has-dark-background', 'has-light-background');
  style.background = 'none';
  style.boxShadow = 'none';
  unsuit(slide);
  if (!isPicture && !hasPaleWords(slide)) return;
  slide.className = className;
  style.cssText = cssText;
  if (!isDarkDeck || /has-(dark|light)-background/.test(className)) return;
  slide.classList.add('has-dark-background');
  style.backgroundColor = 'var(--paper)';
}

/** Whether words would hardly be seen on white: their colour is the author's own. */
function hasPaleWords(slide: HTMLElement): boolean {
  const white = colourOf('#fff');
  const elements = slide.querySelectorAll<HTMLElement>('.stage :not(svg, svg *, .katex *)');
  return [...elements].some(
    (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '') &&
      contrast(colourOf(getComputedStyle(element).color), white) < 3 &&
      !hasOwnGround(element, slide),
  );
}

function hasOwnGround(element: HTMLElement, slide: HTMLElement): boolean {
  for (let one: HTMLElement | null = element; one !== null && one !== slide; one = one.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    if (backgroundImage !== 'none' || colourOf(backgroundColor)[3] > 0) return true;
  }
  return false;
}
