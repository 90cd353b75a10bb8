import { rule } from '../rule.js';

/** Found where an edition is composed. */
export const emptyEdition = rule('empty-edition', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  firm: true,
  what: 'An edition, for one reader or one length, that no slide belongs to.',
  why: 'There is nothing to show.',
  wrong: '# Ports {.teacher}',
  right: `# Ports

---

## Answers {.teacher}`,
});
