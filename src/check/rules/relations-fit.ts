import { rule } from '../rule.js';

/** Found where lanes are laid out. */
export const relationsFit = rule('relations-fit', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A view in lanes that is larger than the place of a figure.',
  why: 'It would be drawn too small to be read.',
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
  - { id: r1, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without any lights" }
  - { id: r2, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without any lights" }
  - { id: r3, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without any lights" }
  - { id: r4, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without any lights" }
  - { id: r5, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without any lights" }
  - { id: r6, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without any lights" }
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
