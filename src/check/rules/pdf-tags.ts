import { rule } from '../rule.js';

export const pdfTags = rule('pdf-tags', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A PDF without a structure tree, or one that does not say that it has one.',
  why: 'A screen reader then guesses what is a heading and what comes after what.',
  checkPdf({ isMarked, tree }) {
    if (tree.length === 0) {
      const message = 'It has no structure tree: nothing says what is a heading, a list or a figure.';
      return [{ message, cure: 'Check a PDF that `pilcrow export` wrote, not a copy that another program saved.' }];
    }
    return isMarked ? [] : [{ message: 'It has a structure tree but is not marked as tagged (MarkInfo).' }];
  },
});
