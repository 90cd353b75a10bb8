import { rule } from '../rule.js';

/** Found where relations.yaml is read. */
export const relationCitation = rule('relation-citation', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A relation without evidence in a deck with references, or with evidence that cannot be found.',
  why: 'An arrow claims as much as a sentence.',
  wrong: {
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
    'references.yaml': `- id: report
  title: A report
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
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice, cite: "report, ¶1" }
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
});
