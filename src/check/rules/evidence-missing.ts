import { rule } from '../rule.js';

/** Found where claims are verified. */
export const evidenceMissing = rule('evidence-missing', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A claim that cites no paragraph and does not say that it has none.',
  why: 'Somebody will ask where it says that.',
  wrong: '## Kalvik bets on slower ships',
  right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1, "slower ships and better warning"]',
});
