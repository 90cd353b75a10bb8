import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { elementsOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';

export function pdfFigures({ tree }: PdfReading): readonly PdfFinding[] {
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
}
