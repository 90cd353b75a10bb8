import type { RevealApi } from 'reveal.js';

/** What a page under `dev` needs of Reveal. On a flowing page Reveal is there, but never becomes ready. */
export type DevDeck = Pick<
  RevealApi,
  'isReady' | 'on' | 'getState' | 'setState' | 'sync' | 'layout' | 'slide' | 'getIndices' | 'getCurrentSlide'
>;

/** Now, or as soon as the deck shows its first slide. */
export function whenReady(deck: DevDeck, act: () => void): void {
  if (deck.isReady()) act();
  else deck.on('ready', act);
}

/** A frame of a page that nobody looks at may never come; then so long, ms. */
const longest = 200;

/** When what has just been put on the page has been seen. */
export function whenShown(act: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    act();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, longest);
}
