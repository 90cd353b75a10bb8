import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawPage } from '../../src/export/read-pdf/draw-page.js';

/** The colour of every page of a PDF beside its lower right corner, as `#rrggbb`. */
export async function pageGrounds(pdf: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: true });
  const document = await loading.promise;
  const grounds: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const drawn = await drawPage(document, page, viewport);
    const [red = 0, green = 0, blue = 0] = drawn.whole({
      x: viewport.width - 6,
      y: viewport.height - 6,
      width: 1,
      height: 1,
    });
    grounds.push(`#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`);
    drawn.destroy();
  }
  await loading.destroy();
  return grounds;
}
