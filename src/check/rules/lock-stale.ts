import { rule } from '../rule.js';

/** Found where the lock is compared. */
export const lockStale = rule('lock-stale', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'An evidence.lock.json that does not say what the deck says now; an error with `--frozen`.',
  why: 'Where the source is not at hand the deck would not pass. `pilcrow check --update-lock` writes it anew.',
});
