import { rule } from '../rule.js';

/** Found where a deck is made. */
export const deckFailed = rule('deck-failed', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  firm: true,
  what: 'A deck that could not be made or checked: its file cannot be read, its outputs have no place, or the tool failed at it.',
  why: 'It stops this deck alone; the others are made.',
});
