import { quoted } from '../pdf/elements.js';
import { rule } from '../rule.js';

export const pdfFonts = rule('pdf-fonts', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A font in a PDF that is not embedded, has no name, is made of drawings (Type 3), or whose signs mean no characters.',
  why: 'Its text looks different elsewhere, prints badly, or can be neither searched nor read aloud.',
  checkPdf({ fonts }) {
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
  },
});
