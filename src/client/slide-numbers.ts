import { slideList } from './slide-list.js';

/**
 * Reads a number alone in the address, as in `#/6`, as the number that stands on a slide; Reveal counts from 0. Called before Reveal
 * starts, so that it finds the slide's id there. `#/2/1` stays Reveal's column and row.
 */
export function readSlideNumbers(): void {
  nameSlide();
  addEventListener('hashchange', nameSlide);
}

function nameSlide(): void {
  const number = /^#\/?(\d+)$/.exec(location.hash)?.[1];
  const slide = slideList().find((one) => String(one.number) === number);
  if (slide !== undefined) history.replaceState(history.state, '', `#/${encodeURIComponent(slide.id)}`);
}
