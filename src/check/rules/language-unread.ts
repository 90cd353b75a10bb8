import { rule } from '../rule.js';

/** Found where claims are verified. */
export const languageUnread = rule('language-unread', {
  group: 'evidence',
  severity: 'note',
  needs: 'text',
  what: 'A deck or a source in a language whose words are not read.',
  why: 'Quotations, anchors, digits and known names are looked for; numbers in words, units and case endings are not.',
  wrong: `---
lang: sv
---

## Kalvik [@ilvesson2021, ¶2]
`,
  right: `---
lang: en
---

## Kalvik [@ilvesson2021, ¶2]
`,
});
