import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { quoted } from '../pdf/elements.js';

export function pdfContrast({ faint = [] }: PdfReading): readonly PdfFinding[] {
  return faint.map(({ page, text, contrast, needed }) => ({
    page,
    message: `The text ${quoted(text)} has a contrast of ${contrast} : 1 to what is behind it; ${needed} : 1 is the minimum.`,
    cure: 'Make the text or its ground darker or lighter.',
  }));
}
