import { rule } from '../rule.js';

/** Found where the deck is parsed. */
export const markerUnread = rule('marker-unread', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'What looks like a mark for the teacher, an answer or notes, and was not understood as one.',
  why: 'Students would read what it was to keep from them.',
  wrong: `## Ports

- Kalvik is the answer {.teachr}`,
  right: `## Ports

- Kalvik is the answer {.teacher}`,
});
