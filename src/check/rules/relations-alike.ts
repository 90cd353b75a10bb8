import { rule } from '../rule.js';

/** Found where relations.yaml is read. */
export const relationsAlike = rule('relations-alike', {
  group: 'diagrams',
  severity: 'warning',
  needs: 'text',
  what: 'Two actors of one hue, or two kinds of one line.',
  why: 'They cannot be told apart.',
  wrong: {
    'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: blue }
  gothia: { name: Gothia, hue: blue }
`,
  },
  right: {
    'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: blue }
  gothia: { name: Gothia, hue: red }
`,
  },
});
