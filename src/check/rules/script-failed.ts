import { rule } from '../rule.js';

/** Found where the deck is shown. */
export const scriptFailed = rule('script-failed', {
  group: 'writing',
  severity: 'warning',
  needs: 'browser',
  what: 'A script of the deck that fails while the deck is shown.',
  why: 'What it was to do is not done.',
  wrong: {
    'deck.md': `---
lang: en
scripts: ships.js
---

# Ports
`,
    'ships.js': `missing();
`,
  },
  right: {
    'deck.md': `---
lang: en
scripts: ships.js
---

# Ports
`,
    'ships.js': `let ships = 1;
`,
  },
});
