import { rule } from '../rule.js';

/** Found where a slide’s attributes are read. */
export const unknownLayout = rule('unknown-layout', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A layout there is not, with the nearest there is.',
  why: 'The slide is laid out by its content, which may be another layout than was meant.',
  wrong: '## Ports {layout=statment}',
  right: '## Ports {layout=statement}',
});
