import { rule } from '../rule.js';

/** Found where the deck is parsed. */
export const emptyDeck = rule('empty-deck', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  firm: true,
  what: 'A deck without a slide that has anything on it.',
  why: 'There is nothing to show.',
  wrong: `---
title: Ports
lang: en
---
`,
  right: `---
title: Ports
lang: en
---

# Ports`,
});
