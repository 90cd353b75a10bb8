import { rule } from '../rule.js';

/** Found where a slide’s attributes are read. */
export const slideValue = rule('slide-value', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A slide’s `minutes` or `cut` that is no number of minutes, or a slide marked for both audiences.',
  why: 'The slide would be in the wrong cut, or with the wrong reader.',
  wrong: '## Ports {minutes=soon}',
  right: '## Ports {minutes=3}',
});
