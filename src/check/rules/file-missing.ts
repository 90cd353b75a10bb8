import { rule } from '../rule.js';

/** Found where named files are read and where style sheets are. */
export const fileMissing = rule('file-missing', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  what: 'A file that the front matter or a style sheet names and that is not there.',
  why: 'The deck is shown without it.',
  wrong: `---
lang: en
css: harbour.css
---

# Ports`,
  right: {
    'deck.md': `---
lang: en
css: harbour.css
---

# Ports
`,
    'harbour.css': `.reveal em { font-style: normal }
`,
  },
});
