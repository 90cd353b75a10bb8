import { childElements, contentsOf, elementsOf, inOneLine, quoted, wordsOf } from '../pdf/elements.js';
import { type PdfFinding, rule } from '../rule.js';

/** On how many pages a line stands in the same place before it is a running line. */
const running = 3;

export const pdfArtifacts = rule('pdf-artifacts', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'Decoration in a PDF that is not marked as such: what no tag holds, and running lines and page numbers that one does.',
  why: 'A screen reader reads it out on every page, in the middle of a sentence.',
  checkPdf({ tree, unmarked, pages }) {
    if (tree.length === 0) return [];
    const loose = unmarked.map(({ page, text }) => ({
      message: `${text === '' ? 'Something drawn' : quoted(text)} is neither tagged nor marked as decoration.`,
      page,
    }));
    return [...loose, ...runningLines(tree, pages)];
  },
});

/** Short texts that stand in the tree at one place of the page again and again, letters and numbers apart from digits alike. */
function runningLines(tree: Parameters<typeof elementsOf>[0], pages: number): readonly PdfFinding[] {
  const places = new Map<string, { readonly page: number; readonly text: string }[]>();
  const blocks = elementsOf(tree).filter(({ element }) => childElements(element).length === 0);
  for (const { element } of blocks) {
    const [content] = contentsOf(element);
    const text = inOneLine(wordsOf(element));
    if (content?.box === undefined || text === '' || text.length > 80) continue;
    const { x, y, width } = content.box;
    if (y > 60 && !/^\d+$/.test(text)) continue;
    const side = /^\d+$/.test(text) ? x + width : x;
    const key = `${text.replace(/\d+/g, '#')} ${Math.round(side)} ${Math.round(y)}`;
    places.set(key, [...(places.get(key) ?? []), { page: content.page, text }]);
  }
  return [...places.values()].flatMap((found) => {
    const [first] = found;
    const count = new Set(found.map(({ page }) => page)).size;
    if (first === undefined || count < running || count < pages / 4) return [];
    return [{ message: `The running line ${quoted(first.text)} is tagged on ${count} pages.`, page: first.page }];
  });
}
