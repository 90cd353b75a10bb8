import type { Box, PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { quoted } from '../pdf/elements.js';
import { type ReadingBlock, readingBlocks } from '../pdf/reading-blocks.js';

export function pdfOrder({ tree }: PdfReading): readonly PdfFinding[] {
  const blocks = readingBlocks(tree);
  return blocks.flatMap((later, index) => {
    const earlier = blocks.slice(0, index).find((one) => isOutOfOrder(one, later));
    if (earlier === undefined) return [];
    const message = `${quoted(later.words)} stands above ${quoted(earlier.words)} and is read after it.`;
    return [{ message, page: later.page }];
  });
}

/** The parts of one item of a list, its words and the marks beside them, are in no order. */
function isOutOfOrder(earlier: ReadingBlock, later: ReadingBlock): boolean {
  if (earlier.page !== later.page || (earlier.item !== undefined && earlier.item === later.item)) return false;
  return isAbove(later.box, earlier.box) && shareColumn(later.box, earlier.box);
}

/** Wholly above: nor is what stands on one line. */
function isAbove(a: Box, b: Box): boolean {
  return a.y + a.height <= b.y + 1;
}

/** Where the narrower one lies for the most part within the width of the other. */
function shareColumn(a: Box, b: Box): boolean {
  const common = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return common > Math.min(a.width, b.width) / 2;
}
