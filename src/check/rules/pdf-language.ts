import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { elementsOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';

export function pdfLanguage({ about, tree }: PdfReading): readonly PdfFinding[] {
  const cure = 'Give the deck its language with `lang:` in the front matter.';
  const whole = isLanguage(about.lang)
    ? []
    : [{ message: about.lang === '' ? 'It does not say its language.' : notOne(about.lang), cure }];
  const parts = elementsOf(tree).flatMap(({ element }) =>
    element.lang === undefined || isLanguage(element.lang)
      ? []
      : [{ message: `${notOne(element.lang)} It is that of ${quoted(wordsOf(element))}.`, ...onPageOf(element) }],
  );
  return [...whole, ...parts];
}

function notOne(tag: string): string {
  return `${quoted(tag)} is no language tag (BCP 47).`;
}

function isLanguage(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
