import { rule } from '../rule.js';

/** Found where the single file is composed. */
export const fileLeftOut = rule('file-left-out', {
  group: 'slides',
  severity: 'warning',
  needs: 'browser',
  what: 'A film or picture that the single file and the PDFs have no room for: together they hold 64 MB.',
  why: 'The site shows it, and who opens the single file in a room without a network would look at an empty place.',
});
