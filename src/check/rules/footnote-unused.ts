import { rule } from '../rule.js';

/** Found where footnotes are parsed. */
export const footnoteUnused = rule('footnote-unused', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A footnote that nothing refers to.',
  why: 'It is shown nowhere.',
  wrong: `## Ports

One

[^1]: Counted in March`,
  right: `## Ports

One[^1]

[^1]: Counted in March`,
});
