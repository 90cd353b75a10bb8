import { rule } from '../rule.js';

/** Found where a command is asked for one length of a deck. */
export const cutUnlisted = rule('cut-unlisted', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  what: 'A length asked for with `--cut` that is none of the deck’s: neither its `minutes` nor among its `cuts`.',
  why: 'It may be mistyped, and what is made then belongs to no length that `check` looks at.',
});
