import { rule } from '../rule.js';

/** Found where sources are read. */
export const sourceText = rule('source-text', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A source whose paragraphs are not numbered, or not in rising order, or that is no Markdown and so not read.',
  why: 'Citations would lead to the wrong paragraph.',
  wrong: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
    'sources/report.md': `¶2 Ships.

¶1 Ports.
`,
  },
  right: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
    'sources/report.md': `¶1 Ports.

¶2 Ships.
`,
  },
});
