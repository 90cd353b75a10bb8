import { rule } from '../rule.js';

/** Found where claims are verified. */
export const sourceAbsent = rule('source-absent', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A claim whose source is not here and that evidence.lock.json does not know.',
  why: 'It was not verified.',
});
