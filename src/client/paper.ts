import { dimLines } from './code-steps.js';
import { showFinalSteps } from './final-steps.js';
import { isDark, layGrounds } from './grounds.js';

type Undo = () => void;

/**
 * Makes paper of the deck while it is printed, from the browser's own menu too: all slides with their last steps (the theme's `print.css`
 * lays them out) and in light colours, since a dark ground takes ink. Afterwards all is as it was.
 */
export function enablePaper(root: HTMLElement): void {
  let restore: Undo = () => undefined;
  const undo = (): void => {
    restore();
    restore = () => undefined;
  };
  addEventListener('beforeprint', () => {
    undo();
    restore = toPaper(root);
  });
  addEventListener('afterprint', undo);
}

function toPaper(root: HTMLElement): Undo {
  const isLaidOut = document.documentElement.classList.contains('reveal-print');
  const done = isLaidOut ? [] : [showFinalSteps(root), layGrounds(root)];
  done.push(lightenDeck(root));
  for (const slide of root.querySelectorAll<HTMLElement>('.has-dark-background')) done.push(lightenSlide(slide));
  if (!isLaidOut) dimLines();
  return () => {
    for (const undo of done.toReversed()) undo();
    if (!isLaidOut) dimLines();
  };
}

function lightenDeck(root: HTMLElement): Undo {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  delete dataset.theme;
  return unlessPale(root, () => {
    if (theme !== undefined) dataset.theme = theme;
  });
}

/** A picture behind a slide stays, and the colours that are made for it. */
function lightenSlide(slide: HTMLElement): Undo {
  if (slide.matches('[data-background-image], [data-background-gradient], [data-background-video]'))
    return () => undefined;
  const style = slide.getAttribute('style') ?? '';
  const ground = slide.parentElement?.querySelector<HTMLElement>(':scope > .slide-background');
  slide.classList.remove('has-dark-background');
  slide.style.background = 'none';
  ground?.style.setProperty('visibility', 'hidden');
  return unlessPale(slide, () => {
    slide.classList.add('has-dark-background');
    slide.setAttribute('style', style);
    ground?.style.removeProperty('visibility');
  });
}

/** Takes back at once what leaves light words on white: their colour is the author's own. */
function unlessPale(part: HTMLElement, undo: Undo): Undo {
  const words = [...part.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, blockquote')].filter(
    (element) => element.closest('.has-dark-background') === null,
  );
  if (!words.some((element) => isDark(getComputedStyle(element).color) === false)) return undo;
  undo();
  return () => undefined;
}
