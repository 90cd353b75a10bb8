import { rule } from '../rule.js';

/** Found where blocks are parsed. */
export const blockUnclosed = rule('block-unclosed', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A block that is still open where the slide ends.',
  why: 'It takes in more than was meant, up to the next separator.',
  wrong: `## Ports

::: incremental
- One`,
  right: `## Ports

::: incremental
- One
:::`,
});
