import { rule } from '../rule.js';

/** Found where drawings are kept. */
export const drawingCache = rule('drawing-cache', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'browser',
  what: 'A cache folder that cannot be written to.',
  why: 'Diagrams are drawn anew each time, which takes seconds.',
});
