import { rule } from '../rule.js';

/** Found where diagrams are parsed. */
export const diagramWidth = rule('diagram-width', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A diagram’s `width` that is no share of its place.',
  why: 'It would be drawn in another size than was meant.',
  wrong: `## Ports

\`\`\`mermaid {alt="A ship." width=wide}
flowchart LR
  ship
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship." width=20%}
flowchart LR
  ship
\`\`\``,
});
