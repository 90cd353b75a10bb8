import { rule } from '../rule.js';

/** Found where the files of an edition are looked up, and in the slides’ own SVG. */
export const imageCostly = rule('image-costly', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  firm: true,
  what: 'A picture in SVG whose `<use>` draw one another more than 100,000 times, or without end.',
  why: 'A browser would draw it for minutes or hours, in the room too; it is left out.',
});
