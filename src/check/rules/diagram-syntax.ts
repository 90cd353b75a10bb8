import { rule } from '../rule.js';

/** Found where diagrams are drawn. */
export const diagramSyntax = rule('diagram-syntax', {
  group: 'diagrams',
  severity: 'error',
  needs: 'browser',
  what: 'A diagram that Mermaid cannot read: its own words, and the line counted in the deck.',
  why: 'Other tools show a bomb on the slide.',
  wrong: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship -->| quay
\`\`\``,
  right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship --> quay
\`\`\``,
});
