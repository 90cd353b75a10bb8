import { rule } from '../rule.js';

/** Found where relations fences are read. */
export const relationsView = rule('relations-view', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A view of the relations that cannot be read, or that shows nothing.',
  why: 'There is nothing to draw.',
  wrong: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gotia]
\`\`\``,
  right: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
\`\`\``,
});
