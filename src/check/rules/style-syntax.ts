import { rule } from '../rule.js';

/** Found where style sheets are read. */
export const styleSyntax = rule('style-syntax', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  what: 'A rule of the deck’s own style sheet that is not understood.',
  why: 'Browsers leave it out without a word.',
  wrong: {
    'deck.md': `# Ports
`,
    'style.css': `@bogus {
`,
  },
  right: {
    'deck.md': `# Ports
`,
    'style.css': `.reveal em { font-style: normal }
`,
  },
});
