import { rule } from '../rule.js';

/** Found where claims are verified. */
export const mixedAlphabets = rule('mixed-alphabets', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A word with letters of two alphabets that look alike.',
  why: 'It is read as another word: it will not be found in its source, nor by a search.',
  wrong: '## Мoрозова ¶2 [@ilvesson2021, ¶3, "the new rules set"]',
  right: '## Морозова ¶2 [@ilvesson2021, ¶3, "the new rules set"]',
});
