import { rule } from '../rule.js';

/** Found where includes are read and parsed. */
export const include = rule('include', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  what: 'An include that leads nowhere, in a circle, or out of the folder that holds the decks.',
  why: 'The slides of the other file are missing.',
  wrong: `# Ports

---

<!-- include: method.md -->`,
  right: {
    'deck.md': `# Ports

---

<!-- include: method.md -->
`,
    'method.md': `## How we counted
`,
  },
});
