import { rule } from '../rule.js';

/** Found where citations are verified. */
export const paragraphRange = rule('paragraph-range', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A citation of a paragraph the source does not have, or of no paragraph at all.',
  why: 'Nobody can look it up.',
  wrong: '## Kalvik bets on slower ships [@ilvesson2021, ¶9]',
  right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1]',
});
