import { rule } from '../rule.js';

/** Found where a deck is written. */
export const changedMeanwhile = rule('changed-meanwhile', {
  group: 'writing',
  severity: 'error',
  needs: 'browser',
  firm: true,
  what: 'A file that was changed or removed while the deck was made from it.',
  why: 'The site would show one state of the deck and the PDF another; it is not written, and the next run makes it.',
});
