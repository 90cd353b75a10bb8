import { rule } from '../rule.js';

/** Found where a PDF is read again. */
export const pdfMismatch = rule('pdf-mismatch', {
  group: 'writing',
  severity: 'error',
  needs: 'browser',
  firm: true,
  what: 'A PDF that, read again, has other pages or words than the slides.',
  why: 'It would be handed out with a slide missing.',
});
