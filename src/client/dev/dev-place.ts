import type { DevDeck } from './dev-deck.js';

/** Which slide was shown, and the last of its steps. */
interface Kept {
  readonly id: string;
  /** Among all slides, in reading order. */
  readonly position: number;
  readonly step?: number;
}

const key = 'pilcrow-dev-place';

/** Notes what is shown, for the same page when it has been loaded anew. */
export function keepPlace(deck: DevDeck | undefined): void {
  const isStage = deck?.isReady() === true;
  const id = isStage ? deck.getCurrentSlide().id : idInAddress();
  const step = isStage ? deck.getIndices().f : undefined;
  const position = allSlides().findIndex((slide) => slide.id === id);
  if (position === -1) return;
  sessionStorage.setItem(key, JSON.stringify({ id, position, ...(step === undefined ? {} : { step }) } satisfies Kept));
}

/**
 * Shows what was noted. A slide's id is made from its heading: where the heading was edited, the slide at the same position is it.
 */
export function returnToPlace(deck: DevDeck | undefined): void {
  const noted = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (noted === null) return;
  const { id, position, step } = JSON.parse(noted) as Kept;
  const all = allSlides();
  const slide = all.find((one) => one.id === id) ?? all[position] ?? all.at(-1);
  if (slide === undefined) return;
  if (deck?.isReady() !== true) {
    location.replace(`#/${encodeURIComponent(slide.id)}`);
    return;
  }
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v, step);
}

/** In reading order. */
export function allSlides(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides section[data-layout]')];
}

/** A page that flows keeps the slide that is read in its address. */
function idInAddress(): string {
  return decodeURIComponent(location.hash.replace(/^#\/?/, '').split('/')[0] ?? '');
}
