import { rule } from '../rule.js';

/** Found where blocks are parsed. */
export const blockSurplus = rule('block-surplus', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A closing `:::` where no block is open.',
  why: 'Most often the block was closed too early, and what follows stands outside.',
  wrong: `## Ports

One

:::`,
  right: `## Ports

One`,
});
