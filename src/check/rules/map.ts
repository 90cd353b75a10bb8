import { rule } from '../rule.js';

/** Found where maps are read and drawn. */
export const map = rule('map', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A map that cannot be read, or that asks for what lies outside its window.',
  why: 'Something the author wants to show is not on the map.',
  wrong: `## Ports

\`\`\`map
fit: [BY]
highlite: { BY: teal }
\`\`\``,
  right: `## Ports

\`\`\`map
fit: [BY]
highlight: { BY: teal }
\`\`\``,
});
