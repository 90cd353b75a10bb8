import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { quoted } from '../pdf/elements.js';
import { readingBlocks } from '../pdf/reading-blocks.js';

/** On how many pages a line stands in the same place before it is a running line. */
const running = 3;
/** The margins, as shares of the page's height. A slide's sources stand above the lower one. */
const margins = { top: 0.08, bottom: 0.05 };

export function pdfArtifacts(pdf: PdfReading): readonly PdfFinding[] {
  const { tree, unmarked } = pdf;
  if (tree.length === 0) return [];
  const loose = unmarked.map(({ page, text }) => ({
    message: `${text === '' ? 'Something drawn' : quoted(text)} is neither tagged nor marked as decoration.`,
    page,
  }));
  return [...loose, ...runningLines(pdf)];
}

/** Short texts that stand in the tree in the margin of page after page, at one place; numbers count as alike. */
function runningLines({ tree, pages }: PdfReading): readonly PdfFinding[] {
  const places = new Map<string, { readonly page: number; readonly text: string }[]>();
  for (const { page, words, box } of readingBlocks(tree)) {
    const height = pages[page - 1]?.height ?? 0;
    const isInMargin = box.y + box.height < height * margins.top || box.y > height * (1 - margins.bottom);
    if (!isInMargin || words === '' || words.length > 80) continue;
    const side = /^\d+$/.test(words) ? box.x + box.width : box.x;
    const key = `${words.replace(/\d+/g, '#')} ${Math.round(side)} ${Math.round(box.y)}`;
    places.set(key, [...(places.get(key) ?? []), { page, text: words }]);
  }
  return [...places.values()].flatMap((found) => {
    const [first] = found;
    const count = new Set(found.map(({ page }) => page)).size;
    if (first === undefined || count < running) return [];
    return [{ message: `The running line ${quoted(first.text)} is tagged on ${count} pages.`, page: first.page }];
  });
}
