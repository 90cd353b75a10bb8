import { rule } from '../rule.js';

/** Found where claims are verified. */
export const evidenceMissing = rule('evidence-missing', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A claim that cites no paragraph and does not say that it has none.',
  why: 'Somebody will ask where it says that.',
  wrong: `## Kalvik bets on slower ships

- It hopes "that neighbours will follow" [@ilvesson2021, ¶1]
- Insurers will ask for less`,
  right: `## Kalvik bets on slower ships

- It hopes "that neighbours will follow" [@ilvesson2021, ¶1]
- So insurers will ask for less [@inference]`,
});
