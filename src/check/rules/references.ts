import { rule } from '../rule.js';

/** Found where the bibliography is read. */
export const references = rule('references', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'An entry of the bibliography that lacks what every entry needs, or has a value of the wrong kind.',
  why: 'A source cannot be cited or is shown wrongly.',
  wrong: {
    'deck.md': `# Ports
`,
    'references.yaml': `- title: A report
`,
  },
  right: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
});
