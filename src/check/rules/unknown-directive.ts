import { rule } from '../rule.js';

/** Found where blocks are parsed. */
export const unknownDirective = rule('unknown-directive', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A block whose name means nothing and is near to one that does.',
  why: 'It becomes a plain box: columns that are no columns, an answer that students see.',
  wrong: `## Ports

::: colums
One
:::`,
  right: `## Ports

::: columns
One
:::`,
});
