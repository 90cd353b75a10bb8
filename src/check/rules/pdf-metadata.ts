import type { PdfReading, PdfSaid } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { quoted } from '../pdf/elements.js';

const facts = ['title', 'author', 'lang', 'date'] as const satisfies readonly (keyof PdfSaid)[];

export function pdfMetadata({ about, xmp }: PdfReading): readonly PdfFinding[] {
  if (xmp === undefined) return [{ message: 'It has no metadata (XMP).' }];
  const undated = about.date === '' ? [{ message: 'It does not say when it was made.' }] : [];
  const differing = facts
    .filter((fact) => about[fact] !== xmp[fact])
    .map((fact) => ({
      message: `Its ${fact} is ${quoted(about[fact])}, in its metadata (XMP) ${quoted(xmp[fact])}.`,
    }));
  return [...undated, ...differing];
}
