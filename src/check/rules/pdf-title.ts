import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';

export function pdfTitle({ about, showsTitle }: PdfReading): readonly PdfFinding[] {
  return [
    ...(about.title.trim() === ''
      ? [{ message: 'It has no title.', cure: 'Give the deck one with `title:` or a first heading.' }]
      : []),
    ...(showsTitle ? [] : [{ message: 'A viewer is not told to show the title (DisplayDocTitle).' }]),
  ];
}
