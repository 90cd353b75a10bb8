import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const fenceUnclosed = rule('fence-unclosed', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'A code block that is never closed.',
  why: 'It takes in what follows: the rest of its slide, and elsewhere all slides after it.',
  wrong: `## Ports

\`\`\`js
let ships = 1;`,
  right: `## Ports

\`\`\`js
let ships = 1;
\`\`\``,
});
