import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const nesting = rule('nesting', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'Lists, quotations or blocks nested so deep that what lies deeper is left out.',
  why: 'Text would be lost.',
  wrong: `## Ports

> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > One`,
  right: `## Ports

> One`,
});
