import { rule } from '../rule.js';

/** Found where relations.yaml is read. */
export const relationCitation = rule('relation-citation', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A relation without evidence in a deck with references, or with evidence that cannot be found.',
  why: 'An arrow claims as much as a sentence.',
  wrong: {
    'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
  right: {
    'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice, cite: "report, ¶1" }
`,
    'references.yaml': `- id: report
  title: A report
`,
  },
});
