import { rule } from '../rule.js';

/** Found where the deck is shown. */
export const deckNotReady = rule('deck-not-ready', {
  group: 'writing',
  severity: 'error',
  needs: 'browser',
  firm: true,
  what: 'A deck that does not come to rest when it is shown: a script of its own is in the way, or a picture is too much for the browser.',
  why: 'It cannot be measured or printed.',
});
