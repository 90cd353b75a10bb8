import type { RevealApi } from 'reveal.js';

/** What a page under `dev` needs of Reveal, which is there, but never ready, where the page flows. */
export type DevDeck = Pick<
  RevealApi,
  'isReady' | 'on' | 'getState' | 'setState' | 'sync' | 'layout' | 'slide' | 'getIndices' | 'getCurrentSlide'
>;

/** Now, or as soon as the deck shows its first slide. */
export function whenReady(deck: DevDeck, act: () => void): void {
  if (deck.isReady()) act();
  else deck.on('ready', act);
}
