import { rule } from '../rule.js';

/** Found where claims are verified. */
export const sourceUnknown = rule('source-unknown', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A source in the folder that references.yaml does not describe.',
  why: 'Nothing can cite it.',
  wrong: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
    'sources/raport.md': `¶1 Ports.
`,
  },
  right: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
    'sources/report.md': `¶1 Ports.
`,
  },
});
