import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';

export function pdfTags({ isMarked, tree }: PdfReading): readonly PdfFinding[] {
  if (tree.length === 0) {
    const message = 'It has no structure tree: nothing says what is a heading, a list or a figure.';
    return [{ message, cure: 'Check a PDF that `pilcrow export` wrote, not a copy that another program saved.' }];
  }
  return isMarked ? [] : [{ message: 'It has a structure tree but is not marked as tagged (MarkInfo).' }];
}
