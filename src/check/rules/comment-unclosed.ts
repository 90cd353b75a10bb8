import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const commentUnclosed = rule('comment-unclosed', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A comment that is never closed.',
  why: 'All that follows is taken for the comment.',
  wrong: `## Ports

<!-- to do

One`,
  right: `## Ports

<!-- to do -->

One`,
});
