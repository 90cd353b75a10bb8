import type { PdfSaid } from '../../model.js';
import { quoted } from '../pdf/elements.js';
import { rule } from '../rule.js';

const facts = ['title', 'author', 'lang', 'date'] as const satisfies readonly (keyof PdfSaid)[];

export const pdfMetadata = rule('pdf-metadata', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A PDF without an XMP packet, or one whose packet says another title, author, language or date than the file itself.',
  why: 'Libraries and search engines read the packet and nothing else.',
  checkPdf({ about, xmp }) {
    if (xmp === undefined) return [{ message: 'It has no metadata (XMP).' }];
    const undated = about.date === '' ? [{ message: 'It does not say when it was made.' }] : [];
    const differing = facts
      .filter((fact) => about[fact] !== xmp[fact])
      .map((fact) => ({
        message: `Its ${fact} is ${quoted(about[fact])}, in its metadata (XMP) ${quoted(xmp[fact])}.`,
      }));
    return [...undated, ...differing];
  },
});
