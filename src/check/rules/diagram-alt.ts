import { rule } from '../rule.js';

/** Found where diagrams are drawn. */
export const diagramAlt = rule('diagram-alt', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A diagram without a text alternative.',
  why: 'Who cannot see it does not know what it shows.',
  wrong: `## Ports

\`\`\`mermaid
flowchart LR
  ship --> quay
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship --> quay
\`\`\``,
});
