import { rule } from '../rule.js';

/** Found where relations fences are read. */
export const relationsSteps = rule('relations-steps', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'text',
  what: 'Steps of a view in which nothing new appears, or a relation before its ends.',
  why: 'The presenter would click and see nothing.',
  wrong: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
steps: [[ice], [kalvik, gothia]]
\`\`\``,
  right: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
steps: [[kalvik, gothia], [ice]]
\`\`\``,
});
