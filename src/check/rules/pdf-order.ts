import { quoted } from '../pdf/elements.js';
import { readingBlocks } from '../pdf/reading-blocks.js';
import { rule } from '../rule.js';

export const pdfOrder = rule('pdf-order', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'Something in a PDF that is read after what stands below it, in the same column of the same page.',
  why: 'What is heard is not what is seen: an answer before its question.',
  checkPdf({ tree }) {
    const blocks = readingBlocks(tree);
    return blocks.flatMap((later, index) => {
      const earlier = blocks
        .slice(0, index)
        .find((one) => one.page === later.page && isAbove(later.box, one.box) && shareColumn(later.box, one.box));
      if (earlier === undefined) return [];
      const message = `${quoted(later.words)} stands above ${quoted(earlier.words)} and is read after it.`;
      return [{ message, page: later.page }];
    });
  },
});

type Box = ReturnType<typeof readingBlocks>[number]['box'];

/** Wholly above: what stands on one line, such as a mark and its text, is in no order. */
function isAbove(a: Box, b: Box): boolean {
  return a.y + a.height <= b.y + 1;
}

/** Where the narrower one lies for the most part within the width of the other. */
function shareColumn(a: Box, b: Box): boolean {
  const common = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return common > Math.min(a.width, b.width) / 2;
}
