import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const markupSlip = rule('markup-slip', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'Markdown that misses a character or stands in the wrong place: `##Words`, `[^1]` without its footnote, `$$` that is not closed, `![…]()`, attributes before a heading’s words, `{cut=15}` on a block, two voices on one claim.',
  why: 'It is shown as it was typed, or does nothing.',
  wrong: `## Ports

##Ferries

Counted in March[^1]`,
  right: `## Ports

### Ferries

Counted in March[^1]

[^1]: By the harbour office`,
});
