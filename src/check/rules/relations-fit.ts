import { rule } from '../rule.js';

/** Found where lanes are laid out. */
export const relationsFit = rule('relations-fit', {
  group: 'diagrams',
  severity: 'error',
  needs: 'text',
  what: 'A view in lanes that is larger than the place of a figure.',
  why: 'It would be drawn too small to be read.',
  wrong: {
    'relations.yaml': `relations:
  - { id: r1, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r2, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r3, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r4, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r5, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r6, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
`,
  },
  right: {
    'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
  },
});
