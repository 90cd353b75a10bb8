import { rule } from '../rule.js';

/** Found where relations.yaml is read. */
export const relations = rule('relations', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'An entry of relations.yaml that cannot be told: an unknown actor or kind, a sentence without one of its ends, an id used twice.',
  why: 'A relation would be missing from all views.',
  wrong: {
    'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gotia, kind: warns, what: ice }
`,
  },
  right: {
    'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
  },
});
