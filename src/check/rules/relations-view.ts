import { rule } from '../rule.js';

/** Found where relations fences are read. */
export const relationsView = rule('relations-view', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A view of the relations that cannot be read, or that shows nothing.',
  why: 'There is nothing to draw.',
  wrong: {
    'deck.md': `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gotia]
\`\`\`
`,
    'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: nato }
  gothia: { name: Gothia, hue: russia }
kinds:
  warns: { name: warns, line: solid, sentence: "{from} warns {to} of {what}" }
relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
  },
  right: {
    'deck.md': `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
\`\`\`
`,
    'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: nato }
  gothia: { name: Gothia, hue: russia }
kinds:
  warns: { name: warns, line: solid, sentence: "{from} warns {to} of {what}" }
relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
  },
});
