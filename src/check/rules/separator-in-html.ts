import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const separatorInHtml = rule('separator-in-html', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'Raw HTML that is still open where a separator ends its slide.',
  why: 'What was meant to stand in it is on the next slide.',
  wrong: `## Ports

<div>
---
</div>`,
  right: `## Ports

<div>
</div>

---`,
});
