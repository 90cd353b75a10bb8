import { rule } from '../rule.js';

/** Found where citations are verified. */
export const anchor = rule('anchor', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'Words named as an anchor that the cited paragraph does not have, or too few or too many of them.',
  why: 'The claim rests on words that are not there.',
  wrong: '## Kalvik bets on slower ships [@ilvesson2021, ¶1, "slow ships and better warning"]',
  right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1, "slower ships and better warning"]',
});
