import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

/** What shares a glyph with a quotation mark in Source Serif 4: the letters ʻ and ʼ with ‘ and ’. */
const marks: Readonly<Record<string, string>> = { '02BB': '2018', '02BC': '2019' };

/**
 * Names a font's quotation marks and apostrophes by their own characters, so that "Minsk’s" is found and copied as it was typed. Where a
 * font has one glyph for two characters Chromium names the one that comes first (ToUnicode, ISO 32000-1, 9.10.3). A deck that uses those
 * letters keeps them; `headings`, which are set in that font, tell.
 */
export function nameApostrophes(document: PDFDocument, headings: readonly string[]): void {
  if (headings.some((heading) => /[\u02BB\u02BC]/.test(heading))) return;
  const { context } = document;
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    const names = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(names instanceof PDFRawStream)) continue;
    const map = Buffer.from(decodePDFRawStream(names).decode()).toString('latin1');
    const named = withMarks(map);
    if (named !== map) context.assign(ref, context.flateStream(named));
  }
}

/** One glyph's name, or those of a range of glyphs that is no longer than the two marks. */
function withMarks(map: string): string {
  const line = /<([\dA-F]+)> (?:<([\dA-F]+)> )?<(02B[BC])>/gi;
  return map.replace(line, (whole, from: string, to: string | undefined, name: string) => {
    const further = Number.parseInt(to ?? from, 16) - Number.parseInt(from, 16);
    const isWithin = further <= (name.toUpperCase() === '02BB' ? 1 : 0);
    return isWithin ? whole.replace(`<${name}>`, `<${marks[name.toUpperCase()]}>`) : whole;
  });
}
