import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { quoted } from '../pdf/elements.js';

export function pdfFonts({ fonts }: PdfReading): readonly PdfFinding[] {
  const messages = fonts.flatMap(({ name, type, isEmbedded, isReadable }) => {
    const which = name === '' ? 'A font without a name' : `The font ${quoted(name)}`;
    if (type === 'Type3') return [`${which} is made of drawings (Type 3).`];
    return [
      ...(name === '' ? [`${which} is used.`] : []),
      ...(isEmbedded ? [] : [`${which} is not embedded.`]),
      ...(isReadable ? [] : [`${which} has signs that mean no characters (ToUnicode).`]),
    ];
  });
  return [...new Set(messages)].map((message) => ({ message }));
}
