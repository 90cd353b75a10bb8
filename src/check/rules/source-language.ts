import { rule } from '../rule.js';

/** Found where claims are verified. */
export const sourceLanguage = rule('source-language', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A source that is plainly in another language than its reference says.',
  why: 'It would be read by the rules of the wrong language.',
  wrong: {
    'deck.md': '## Kalvik [@report, ¶1]\n',
    'references.yaml': '- id: report\n  title: A report\n  language: de\n',
    'sources/report.md':
      '¶1 The port of Kalvik has closed, and there is no other near it. What this means for those who live there is not known.\n',
  },
  right: {
    'deck.md': '## Kalvik [@report, ¶1]\n',
    'references.yaml': '- id: report\n  title: A report\n  language: en\n',
    'sources/report.md':
      '¶1 The port of Kalvik has closed, and there is no other near it. What this means for those who live there is not known.\n',
  },
});
