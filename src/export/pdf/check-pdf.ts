import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Else pdf.js loads it when the first document is opened, when nothing else is left to wait for.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PrintedPage } from '../in-page/list-pages.js';
import { letters, mismatch } from './mismatch.js';
import { sampledPages } from './sampled-pages.js';

/**
 * After printing: the PDF has these pages, each of `size` pt, and text that is read back from a sample of them is what the page showed:
 * a browser without fonts prints no text and says nothing. Throws a DeckError `pdf-mismatch`.
 */
export async function checkPdf(
  pdf: Uint8Array,
  pages: readonly PrintedPage[],
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  // pdf.js takes the bytes over, so it gets its own.
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: true });
  try {
    const document = await loading.promise;
    if (document.numPages !== pages.length)
      throw mismatch(`it has ${document.numPages} pages, ${pages.length} were expected`);
    for (const index of sampledPages(pages.length)) {
      const page = await document.getPage(index + 1);
      const [, , width = 0, height = 0] = page.view;
      if (Math.abs(width - size.width) > 0.1 || Math.abs(height - size.height) > 0.1) {
        throw mismatch(`page ${index + 1} is ${width} × ${height} pt, expected ${size.width} × ${size.height}`);
      }
      const { items } = await page.getTextContent();
      const text = letters(items.map((item) => ('str' in item ? item.str : '')).join(''));
      const opening = pages[index]?.opening ?? '';
      if (!text.includes(letters(opening))) throw mismatch(`page ${index + 1} does not hold the text "${opening}"`);
    }
  } finally {
    await loading.destroy();
  }
}
