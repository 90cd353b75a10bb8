import { rule } from '../rule.js';

/** Found where a deck that is not trusted is read and tamed. */
export const untrusted = rule('untrusted', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  firm: true,
  what: 'With `--untrusted`: something that could run, restyle, submit, embed or lie outside the deck’s folder. It is left out.',
  why: 'Whoever compiles a deck of someone else’s is to see what their readers do not get.',
});
