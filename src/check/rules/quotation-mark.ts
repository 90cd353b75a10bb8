import { rule } from '../rule.js';

/** Found where claims are verified. */
export const quotationMark = rule('quotation-mark', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A quotation mark without its partner.',
  why: 'What follows it is not looked for as a quotation.',
  wrong: '- Rautio calls it „our cheapest insurance [@ilvesson2021, ¶2]',
  right: '- Rautio calls it „our cheapest insurance“ [@ilvesson2021, ¶2]',
});
