import { rule } from '../rule.js';

/** Found where a deck's files are read, and where those are looked up that its slides show. */
export const fileUnread = rule('file-unread', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  firm: true,
  what: 'A file that is no regular file (a pipe, a socket, a device), or has more bytes than its kind may have: a text 4 MB (16 with pictures in it as data), a picture 64 MB, a film 2 GB.',
  why: 'Reading it would not end, or take all memory, and the other decks would not be made.',
});
