import { rule } from '../rule.js';

/** Found where claims are verified. */
export const quotationTrimmed = rule('quotation-trimmed', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A quotation without the word before it, or within its ellipsis, that denies or ranks it.',
  why: 'Every quoted word is right, and the quotation says the opposite.',
  wrong: '- For Morozova fishermen "act out of malice" [@ilvesson2021, ¶5]',
  right: '- For Morozova fishermen "fear for their nets" [@ilvesson2021, ¶5]',
});
