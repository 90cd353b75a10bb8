import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const diagramSize = rule('diagram-size', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'browser',
  style: true,
  what: 'A diagram whose smallest label is smaller on the slide than 18 px of a stage of 1280 × 720.',
  why: 'It is not read from the back row. Most often the diagram has too many parts for one slide.',
  wrong: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay." width=12%}
flowchart LR
  ship --> quay --> shed --> town
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship --> quay --> shed --> town
\`\`\``,
});
