import { rule } from '../rule.js';

/** Found where the front matter is read. */
export const settingValue = rule('setting-value', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  what: 'A setting whose value is of the wrong kind. What other tools write (authors with affiliations, `lang: english`, `date: today`, a list where a text is meant) is read as well as can be, with a warning; so is every value in a deck that is not written for our theme.',
  why: 'It would be ignored, or mean something else than was meant.',
  wrong: `---
minutes: long
lang: en
---

# Ports`,
  right: `---
minutes: 45
lang: en
---

# Ports`,
});
