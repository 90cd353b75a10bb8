import { rule } from '../rule.js';

/** Found where the worksheet is written. */
export const noQuestions = rule('no-questions', {
  group: 'slides',
  severity: 'note',
  needs: 'text',
  what: 'A worksheet and a key are asked for, and the students’ version has no question.',
  why: 'An empty paper helps nobody, so none is made.',
});
