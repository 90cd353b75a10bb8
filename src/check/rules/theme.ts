import { rule } from '../rule.js';

/** Found where the front matter is read. */
export const theme = rule('theme', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  what: 'A theme that does not exist (the nearest is named), or one of Reveal’s own, which is shown as our light or dark theme.',
  why: 'The deck looks different from what its author expects.',
  wrong: `---
theme: seminer
lang: en
---

# Ports`,
  right: `---
theme: seminar
lang: en
---

# Ports`,
});
