import { rule } from '../rule.js';

/** Found where raw HTML is tamed. */
export const rawScript = rule('raw-script', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A script, an event attribute or a `javascript:` link in a slide. It is left out.',
  why: 'What runs in a deck is to be seen in one place, `scripts:` in the front matter.',
  wrong: `## Ports

<p onclick="next()">One</p>`,
  right: `## Ports

<p>One</p>`,
});
