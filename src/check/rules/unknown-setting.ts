import { rule } from '../rule.js';

/** Found where the front matter is read. */
export const unknownSetting = rule('unknown-setting', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  what: 'A key of the front matter, of `revealOptions` or of `rules` that nothing knows, with the nearest one that is known.',
  why: 'A mistyped setting has no effect, and nobody notices until the talk.',
  wrong: `---
titel: Ports
lang: en
---

# Ports`,
  right: `---
title: Ports
lang: en
---

# Ports`,
});
