import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const fenceUnclosed = rule('fence-unclosed', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A code block that is never closed.',
  why: 'It takes in all slides that follow.',
  wrong: `## Ports

\`\`\`js
let ships = 1;`,
  right: `## Ports

\`\`\`js
let ships = 1;
\`\`\``,
});
