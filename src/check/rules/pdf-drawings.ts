import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { contentsOf, elementsOf, onPageOf, quoted } from '../pdf/elements.js';

export function pdfDrawings({ tree }: PdfReading): readonly PdfFinding[] {
  return elementsOf(tree)
    .filter(({ element }) => element.role === 'Figure')
    .flatMap(({ element }) => {
      const contents = contentsOf(element);
      const images = contents.reduce((sum, one) => sum + one.images, 0);
      const isDrawn = contents.some(({ text, shapes }) => shapes > 0 || text.trim() !== '');
      if (images === 0 || !isDrawn) return [];
      const message = `The drawing ${quoted(element.alt ?? '')} holds ${images} picture${images === 1 ? '' : 's'} made of dots.`;
      return [{ message, cure: 'Take shadows, filters and bitmaps out of it.', ...onPageOf(element) }];
    });
}
