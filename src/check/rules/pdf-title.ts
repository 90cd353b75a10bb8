import { rule } from '../rule.js';

export const pdfTitle = rule('pdf-title', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A PDF without a title, or one whose window shows the file’s name instead of it.',
  why: 'Who has ten papers open cannot tell them apart.',
  checkPdf({ about, showsTitle }) {
    return [
      ...(about.title.trim() === ''
        ? [{ message: 'It has no title.', cure: 'Give the deck one with `title:` or a first heading.' }]
        : []),
      ...(showsTitle ? [] : [{ message: 'A viewer is not told to show the title (DisplayDocTitle).' }]),
    ];
  },
});
