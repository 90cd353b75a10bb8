import { rule } from '../rule.js';

/** Found where the lock is read. */
export const lockFormat = rule('lock-format', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'An evidence.lock.json that cannot be read, or that a newer version wrote.',
  why: 'It is never overwritten: it may hold who reviewed what.',
  wrong: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
    'evidence.lock.json': '{',
  },
  right: {
    'deck.md': `# Ports
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
});
