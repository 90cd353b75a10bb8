import type { PrintedPage } from '../in-page/list-pages.js';
import type { FinishedPdf } from './finish-pdf.js';
import { letters } from './mismatch.js';
import { textReader } from './page-text.js';
import { sampledPages } from './sampled-pages.js';

/**
 * Whether a PDF, before it is written, has these pages, each of `size` pt, and a sample of them the text that the page showed. False may
 * also mean that the text cannot be told here; then `checkPdf` tells, whose library takes longer to load than a short deck to print.
 */
export function holdsPages(
  { document, contents }: FinishedPdf,
  pages: readonly PrintedPage[],
  size: { readonly width: number; readonly height: number },
): boolean {
  if (document.getPageCount() !== pages.length) return false;
  const read = textReader(contents);
  return sampledPages(pages.length).every((index) => {
    const { width, height } = document.getPage(index).getMediaBox();
    if (Math.abs(width - size.width) > 0.1 || Math.abs(height - size.height) > 0.1) return false;
    const opening = letters(pages[index]?.opening ?? '');
    if (opening === '') return true;
    const page = contents.page(index);
    return page !== undefined && letters(read(page)).includes(opening);
  });
}
