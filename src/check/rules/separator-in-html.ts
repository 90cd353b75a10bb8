import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const separatorInHtml = rule('separator-in-html', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A separator inside raw HTML that is not closed.',
  why: 'It begins no slide, so that two slides become one.',
  wrong: `## Ports

<div>
---
</div>`,
  right: `## Ports

<div>
</div>

---`,
});
