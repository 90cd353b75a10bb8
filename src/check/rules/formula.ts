import { rule } from '../rule.js';

/** Found where formulas are set. */
export const formula = rule('formula', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A formula that cannot be read, or that has a sign the fonts of formulas lack.',
  why: 'It is shown as its own code, or in another face.',
  wrong: `## Ports

$\\frac{1$`,
  right: `## Ports

$\\frac{1}{2}$`,
});
