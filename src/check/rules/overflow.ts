import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const overflow = rule('overflow', {
  group: 'look',
  severity: 'error',
  needs: 'browser',
  what: 'What reaches beyond the stage or is cut off by a box of its own, in any edition, cut and step.',
  why: 'It is missing on the wall and in the PDF.',
  wrong: `## Ports

- Ship number 1 is late
- Ship number 2 is late
- Ship number 3 is late
- Ship number 4 is late
- Ship number 5 is late
- Ship number 6 is late
- Ship number 7 is late
- Ship number 8 is late
- Ship number 9 is late
- Ship number 10 is late
- Ship number 11 is late
- Ship number 12 is late
- Ship number 13 is late
- Ship number 14 is late
- Ship number 15 is late
- Ship number 16 is late
- Ship number 17 is late
- Ship number 18 is late`,
  right: `## Ports

- One ship is late
- Two ships are early`,
});
