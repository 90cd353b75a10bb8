import { rule } from '../rule.js';

/** Found where claims are verified. */
export const unmarkedQuotation = rule('unmarked-quotation', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'Eight or more words of a source in a row without quotation marks.',
  why: 'It is somebody else’s sentence.',
  wrong: '## Small boats that cross the fairway at night without lights worry her [@ilvesson2021, ¶5]',
  right: '## "Small boats" without lights worry her [@ilvesson2021, ¶5, "at night without lights"]',
});
