import { rule } from '../rule.js';

/** Found where citations are parsed. */
export const citationSyntax = rule('citation-syntax', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A citation that cannot be read.',
  why: 'It leads to no paragraph.',
  wrong: '## Kalvik bets on slower ships [@ilvesson2021, ¶¶6–5]',
  right: '## Kalvik bets on slower ships [@ilvesson2021, ¶¶5–6]',
});
