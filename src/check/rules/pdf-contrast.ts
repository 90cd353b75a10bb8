import { quoted } from '../pdf/elements.js';
import { rule } from '../rule.js';

export const pdfContrast = rule('pdf-contrast', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A text in a PDF that differs too little from what is printed behind it: 4.5 : 1, or 3 : 1 from 18 pt (bold: 14 pt) up, as WCAG 2.2 has it.',
  why: 'A page may be printed in other colours than the screen has; what nobody sees on it is lost.',
  checkPdf({ faint = [] }) {
    return faint.map(({ page, text, contrast, needed }) => ({
      page,
      message: `The text ${quoted(text)} has a contrast of ${contrast} : 1 to what is behind it; ${needed} : 1 is the least.`,
      cure: 'Make the text or its ground darker or lighter.',
    }));
  },
});
