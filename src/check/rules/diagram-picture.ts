import { rule } from '../rule.js';

/** Found where diagrams are drawn. */
export const diagramPicture = rule('diagram-picture', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'browser',
  what: 'A diagram that asks for a picture, which is left out.',
  why: 'A drawing holds only what stands in its code.',
  wrong: `## Ports

\`\`\`mermaid {alt="A ship."}
flowchart LR
  ship@{ img: "https://example.org/ship.png", label: "Ship" }
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship."}
flowchart LR
  ship[Ship]
\`\`\``,
});
