import { rule } from '../rule.js';

/** Found where claims are verified. */
export const evidenceSpeaker = rule('evidence-speaker', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'Words or a statement given to one person of the paragraph where their sentence names another.',
  why: 'Who said something is half of what is said.',
  wrong: '- Rautio: "a habit that must grow slowly" [@ilvesson2021, ¶6]',
  right: '- Morozova: "a habit that must grow slowly" [@ilvesson2021, ¶6]',
});
