import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { elementsOf, headingLevel, onPageOf, quoted, wordsOf } from '../pdf/elements.js';

export function pdfHeadings({ tree }: PdfReading): readonly PdfFinding[] {
  const headings = elementsOf(tree).flatMap(({ element }) => {
    const level = headingLevel(element);
    return level === undefined ? [] : [{ element, level, words: wordsOf(element) }];
  });
  if (headings.length === 0 && tree.length > 0) return [{ message: 'It has no heading.' }];
  return headings.flatMap(({ element, level, words }, index): readonly PdfFinding[] => {
    const before = headings[index - 1];
    const empty = words === '' ? [{ message: `A heading of level ${level} is empty.`, ...onPageOf(element) }] : [];
    if (level <= (before?.level ?? 1) + 1 && (before !== undefined || level <= 2)) return empty;
    const after =
      before === undefined ? 'is the first heading' : `follows ${quoted(before.words)}, of level ${before.level}`;
    return [...empty, { message: `${quoted(words)}, of level ${level}, ${after}.`, ...onPageOf(element) }];
  });
}
