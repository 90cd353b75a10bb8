import type { PdfBookmark, PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { elementsOf, firstPage, headingLevel, quoted, wordsOf } from '../pdf/elements.js';

export function pdfBookmarks({ bookmarks, tree, pages }: PdfReading): readonly PdfFinding[] {
  const all = flat(bookmarks);
  if (all.length === 0) return [{ message: 'It has no bookmarks.' }];
  // One heading stands for one bookmark: what is left without is doubled or made up.
  const headings = elementsOf(tree).flatMap(({ element }) =>
    headingLevel(element) === undefined ? [] : [{ page: firstPage(element), letters: letters(wordsOf(element)) }],
  );
  const headed = new Set(headings.map(({ page }) => page));
  return all.flatMap(({ title, page }, index): readonly PdfFinding[] => {
    const name = `The bookmark ${quoted(title)}`;
    if (page === undefined || page > pages.length) return [{ message: `${name} leads nowhere.` }];
    const before = all[index - 1]?.page ?? 1;
    const isClean = title === title.replace(/[\p{C}\s]+/gu, ' ').trim() && title !== '';
    const at = headings.findIndex((one) => one.page === page && one.letters.includes(letters(title)));
    if (at >= 0) headings.splice(at, 1);
    // A slide without a heading is known by its number.
    const isNumbered = /^Slide \d+$/.test(title) && !headed.has(page);
    return [
      ...(isClean ? [] : [{ message: `${name} is empty, or has line ends or spaces that do not belong.`, page }]),
      ...(before > page
        ? [{ message: `${name} leads to page ${page}, and the bookmark before it to page ${before}.`, page }]
        : []),
      ...(at >= 0 || isNumbered || tree.length === 0
        ? []
        : [{ message: `${name} has no heading of its own on page ${page}.`, page }]),
    ];
  });
}

function flat(bookmarks: readonly PdfBookmark[]): readonly PdfBookmark[] {
  return bookmarks.flatMap((one) => [one, ...flat(one.children)]);
}

/** How a heading was broken into lines and set does not count. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|\p{Lm}/gu, '');
}
