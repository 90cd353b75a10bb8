import { rule } from '../rule.js';

/** Found where diagrams are drawn. */
export const diagramConfig = rule('diagram-config', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'text',
  what: 'A diagram that chooses a theme of its own, which has no effect.',
  why: 'All diagrams of a deck share its looks.',
  wrong: `## Ports

\`\`\`mermaid {alt="A ship."}
%%{init: {'theme': 'forest'}}%%
flowchart LR
  ship
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship."}
flowchart LR
  ship
\`\`\``,
});
