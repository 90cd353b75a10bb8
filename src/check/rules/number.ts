import { rule } from '../rule.js';

/** Found where claims are verified. */
export const number = rule('number', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A number, per cent or date that the cited paragraph does not give.',
  why: 'Numbers are what is copied wrong most often and repeated most often.',
  wrong: '## Morozova’s pilots counted 121 crossings [@ilvesson2021, ¶5]',
  right: '## Morozova’s pilots counted 112 crossings [@ilvesson2021, ¶5]',
});
