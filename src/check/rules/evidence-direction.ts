import { rule } from '../rule.js';

/** Found where claims are verified. */
export const evidenceDirection = rule('evidence-direction', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A claim that has the opposite of a word of its paragraph, or two numbers or names in turned order.',
  why: 'Rise and fall, more and less, from and to are mixed up where names and numbers are right.',
  wrong: '- For Gothia’s shipping companies waiting times fell by 18 per cent [@ilvesson2021, ¶4]',
  right: '- For Gothia’s shipping companies waiting times rose by 18 per cent [@ilvesson2021, ¶4]',
});
