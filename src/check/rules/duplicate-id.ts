import { rule } from '../rule.js';

/** Found where ids are given out, and for raw HTML where the deck is rendered. */
export const duplicateId = rule('duplicate-id', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'An id that is used twice.',
  why: 'Links and steps go to the first of them only.',
  wrong: `## Ports {#ports}

---

## Ships {#ports}`,
  right: `## Ports {#ports}

---

## Ships {#ships}`,
});
