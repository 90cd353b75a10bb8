import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PdfFont } from '../../model.js';
import { dictEntry, entry, membersOf, textEntry } from './pdf-values.js';

/** Every font of a PDF (ISO 32000-1, 9.6 to 9.8); the parts that a composite font is made of count as one with it. */
export function fontsOf(document: PDFDocument): readonly PdfFont[] {
  const dicts = document.context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? [one] : []));
  return dicts
    .filter((dict) => textEntry(dict, 'Type') === 'Font' && !textEntry(dict, 'Subtype').startsWith('CIDFont'))
    .map((font) => {
      const [member] = membersOf(entry(font, 'DescendantFonts'));
      const part = member === undefined ? undefined : document.context.lookup(member);
      const descriptor = dictEntry(part instanceof PDFDict ? part : font, 'FontDescriptor');
      const files = ['FontFile', 'FontFile2', 'FontFile3'];
      return {
        name: textEntry(font, 'BaseFont') || (descriptor === undefined ? '' : textEntry(descriptor, 'FontName')),
        type: textEntry(font, 'Subtype'),
        isEmbedded: files.some((key) => descriptor?.has(PDFName.of(key)) === true),
        isReadable: font.has(PDFName.of('ToUnicode')) || (part === undefined && font.has(PDFName.of('Encoding'))),
      };
    });
}
