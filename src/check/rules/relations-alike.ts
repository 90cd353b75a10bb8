import { rule } from '../rule.js';

/** Found where relations.yaml is read. */
export const relationsAlike = rule('relations-alike', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'text',
  what: 'Two actors of one hue, or two kinds of one line.',
  why: 'They cannot be told apart.',
  wrong: {
    'deck.md': `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
\`\`\`
`,
    'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: nato }
  gothia: { name: Gothia, hue: nato }
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
