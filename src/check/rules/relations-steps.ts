import { rule } from '../rule.js';

/** Found where relations fences are read. */
export const relationsSteps = rule('relations-steps', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'text',
  what: 'Steps of a view in which nothing new appears, or a relation before its ends.',
  why: 'The presenter would click and see nothing.',
  wrong: {
    'deck.md': `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
steps: [[ice], [kalvik]]
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
steps: [[kalvik, gothia], [ice]]
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
