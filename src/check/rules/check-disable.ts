import { rule } from '../rule.js';

/** Found where exceptions are applied. */
export const checkDisable = rule('check-disable', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  firm: true,
  what: 'An exception that gives no reason, that names a rule there is not, or that excuses nothing.',
  why: 'Exceptions outlive what they were made for; then they hide the next mistake.',
  wrong: `## Ports

<!-- check-disable words-per-slid -->`,
  right: `## Ports

The harbour master reads

<!-- check-disable heading-length: the law’s own title -->
`,
});
