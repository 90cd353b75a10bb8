import { rule } from '../rule.js';

/** Found where claims are verified. */
export const evidenceNegation = rule('evidence-negation', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A claim and its paragraph of which one denies what the other states.',
  why: 'A small word turns a statement round, and names and numbers stay the same.',
  wrong: '- Rautio says that the CTA published the figures on which the limit rests [@ilvesson2021, ¶4]',
  right: '- Shipping companies say that the CTA "never published" the figures of Gothia [@ilvesson2021, ¶4]',
});
