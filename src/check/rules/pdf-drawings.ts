import { contentsOf, elementsOf, onPageOf, quoted } from '../pdf/elements.js';
import { rule } from '../rule.js';

export const pdfDrawings = rule('pdf-drawings', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A drawing in a PDF, parts of which are a picture made of dots.',
  why: 'It is blurred on paper, and its words can be neither searched nor enlarged.',
  checkPdf({ tree }) {
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
  },
});
