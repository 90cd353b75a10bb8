import { rule } from '../rule.js';

/** Found where an edition’s files are looked up; that one holds no picture, in the laid-out deck. */
export const imageMissing = rule('image-missing', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A picture, film, sound or background that is not beside the deck, one whose name has other capitals, a picture’s file that holds none, and what a drawing takes from other files.',
  why: 'The slide shows a broken picture, or nothing.',
  wrong: `## Ports

![A quay](quay.svg)`,
  right: {
    'deck.md': `## Ports

![A quay](quay.svg)
`,
    'quay.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 2h4"/></svg>
`,
  },
});
