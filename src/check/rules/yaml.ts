import { rule } from '../rule.js';

/** Found where YAML is read: front matter, references, relations, maps. */
export const yaml = rule('yaml', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  what: 'YAML that cannot be read: in the front matter, references.yaml, relations.yaml or a fence.',
  why: 'Nothing of a text that cannot be read has an effect, so that a slip in one line loses all settings.',
  wrong: `---
title: Ports: an overview
---

# Ports`,
  right: `---
title: "Ports: an overview"
---

# Ports`,
});
