import { rule } from '../rule.js';

/** Found where references are set. */
export const citationStyle = rule('citation-style', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A `csl:` file that is no complete citation style.',
  why: 'References could not be set in it.',
  wrong: {
    'deck.md': `---
lang: en
csl: own.csl
---

# Ports [@report]
`,
    'references.yaml': `- id: report
  title: A report
`,
    'own.csl': `no style
`,
  },
  right: {
    'deck.md': `---
lang: en
---

# Ports [@report]
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
});
