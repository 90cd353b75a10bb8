import { rule } from '../rule.js';

/** Found where blocks are parsed. */
export const blockAttributes = rule('block-attributes', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'Words after a block’s name that are no attributes.',
  why: 'They are left out.',
  wrong: `## Ports

::: columns wide
One
:::`,
  right: `## Ports

::: columns {.wide}
One
:::`,
});
