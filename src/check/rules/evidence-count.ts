import { rule } from '../rule.js';

/** Found where claims are verified. */
export const evidenceCount = rule('evidence-count', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'A small number, rank or fraction in words that the paragraph gives otherwise for the same thing.',
  why: 'Small numbers in words are not looked for; one that contradicts the source is worth a look.',
  wrong: '- Morozova’s pilots printed a guide in four languages [@ilvesson2021, ¶5]',
  right: '- Morozova’s pilots printed a guide in three languages [@ilvesson2021, ¶5]',
});
