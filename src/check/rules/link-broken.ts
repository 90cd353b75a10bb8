import { rule } from '../rule.js';

/** Found where links are written. */
export const linkBroken = rule('link-broken', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A link to a slide, an element or a file that is not there.',
  why: 'Who follows it on stage arrives nowhere.',
  wrong: `## Ports {#ports}

[back](#harbours)`,
  right: `## Ports {#ports}

[back](#ports)`,
});
