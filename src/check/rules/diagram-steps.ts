import { rule } from '../rule.js';

/** Found where diagrams are drawn. */
export const diagramSteps = rule('diagram-steps', {
  group: 'diagrams',
  severity: 'error',
  needs: 'browser',
  what: 'A `%% step` that divides nothing, or a diagram of a kind that has no steps.',
  why: 'The presenter would click and see nothing.',
  wrong: `## Ports

\`\`\`mermaid {alt="Ships."}
pie
  "Ships" : 3
  %% step
  "Boats" : 4
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship[Ship]
  %% step
  ship --> quay
\`\`\``,
});
