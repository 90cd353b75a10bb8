import { rule } from '../rule.js';

/** Found where claims are verified. */
export const quotation = rule('quotation', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'Words in quotation marks that the cited paragraph does not have word for word.',
  why: 'A quotation is a promise.',
  wrong: '## Rautio praises "our dearest insurance" [@ilvesson2021, ¶2]',
  right: '## Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]',
});
