import { elementsOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';
import { rule } from '../rule.js';

export const pdfFigures = rule('pdf-figures', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A figure or a formula in a PDF without a text alternative, or a figure within another.',
  why: 'Who cannot see it does not know what it shows, or hears it twice.',
  checkPdf({ tree }) {
    return elementsOf(tree)
      .filter(({ element }) => element.role === 'Figure' || element.role === 'Formula')
      .flatMap(({ element, around }) => {
        const what = `The ${element.role.toLowerCase()} ${quoted(element.alt ?? wordsOf(element))}`;
        const where = onPageOf(element);
        const isSilent = (element.alt ?? element.actualText ?? '').trim() === '';
        return [
          ...(isSilent ? [{ message: `${what} has no text alternative.`, ...where }] : []),
          ...(around.some(({ role }) => role === 'Figure')
            ? [{ message: `${what} stands within another figure.`, ...where }]
            : []),
        ];
      });
  },
});
