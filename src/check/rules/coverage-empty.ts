import { rule } from '../rule.js';

/** Found where coverage is shown. */
export const coverageEmpty = rule('coverage-empty', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A `::: coverage` of a source of whose paragraphs nothing is known.',
  why: 'There is nothing to show.',
  wrong: {
    'deck.md': `## Ports

::: coverage {source=report}
:::
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
  right: {
    'deck.md': `## Ports

::: coverage {source=report}
:::
`,
    'references.yaml': `- id: report
  title: A report
`,
    'sources/report.md': `¶1 Ports.
`,
  },
});
