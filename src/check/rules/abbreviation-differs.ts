import { rule } from '../rule.js';

/** Found where claims are verified. */
export const abbreviationDiffers = rule('abbreviation-differs', {
  group: 'evidence',
  severity: 'warning',
  needs: 'text',
  what: 'An abbreviation that the deck spells out otherwise than a source that introduces it in brackets.',
  why: 'The line at the slide’s foot and the glossary would name another body.',
  wrong: '## The CTA inspects Kalvik [@ilvesson2021, ¶2]\n\n*[CTA]: Coastal Transport Agency\n',
  right: '## The CTA inspects Kalvik [@ilvesson2021, ¶2]\n\n*[CTA]: Coastal Traffic Authority\n',
});
