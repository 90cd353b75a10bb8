import type { RevealApi } from 'reveal.js';

/** What the panel and the zoom need of a deck that is shown: Reveal has it, and so has the flowing page. */
export type ShownDeck = Pick<
  RevealApi,
  'on' | 'addKeyBinding' | 'removeKeyBinding' | 'getCurrentSlide' | 'getSlidesElement' | 'isOverview'
>;
