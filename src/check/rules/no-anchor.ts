import { rule } from '../rule.js';

/** Found where claims are verified. */
export const noAnchor = rule('no-anchor', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A claim that is only cited: it has no quotation, number, name or anchor that could be looked for.',
  why: 'Nothing but the paragraph’s number ties it to the source.',
  wrong: '## Slowness is cheaper [@ilvesson2021, ¶1]',
  right: '## Slowness is cheaper [@ilvesson2021, ¶1, "betting on slower ships"]',
});
