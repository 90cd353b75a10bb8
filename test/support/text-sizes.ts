import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The smallest text of each page of a PDF, pt, with its words. Formulas are left out: they have sizes of their own. */
export async function smallestTexts(
  pdf: Uint8Array,
): Promise<readonly { readonly size: number; readonly text: string }[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: true });
  const reader = await loading.promise;
  const found: { size: number; text: string }[] = [];
  for (let number = 1; number <= reader.numPages; number++) {
    const page = await reader.getPage(number);
    await page.getOperatorList();
    const { items } = await page.getTextContent();
    const sizes = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const font: unknown = page.commonObjs.get(item.fontName);
      const name = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
      const [a = 0, b = 0, c = 0, d = 0] = item.transform.map(Number);
      const size = Math.max(Math.hypot(a, b), Math.hypot(c, d));
      return /KaTeX/.test(name) ? [] : [{ size, text: item.str }];
    });
    found.push(sizes.sort((one, other) => one.size - other.size)[0] ?? { size: 99, text: '' });
  }
  await loading.destroy();
  return found;
}
