import { rule } from '../rule.js';

/** Found where citations are parsed. */
export const citationUnknown = rule('citation-unknown', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A citation of a source that references.yaml does not have, with the nearest key.',
  why: 'The reader cannot find it.',
  wrong: '## Kalvik bets on slower ships [@ilveson2021, ¶1]',
  right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1]',
});
