import { rule } from '../rule.js';

/** Found where files are read. */
export const encoding = rule('encoding', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  what: 'Bytes that are not UTF-8.',
  why: 'Letters would be lost.',
  wrong: {
    'deck.md': `# Caf�
`,
  },
  right: {
    'deck.md': `# Café
`,
  },
});
