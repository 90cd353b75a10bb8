import { elementsOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';
import { rule } from '../rule.js';

export const pdfLanguage = rule('pdf-language', {
  group: 'pdf',
  severity: 'error',
  needs: 'pdf',
  firm: true,
  what: 'A PDF, or a part of one, whose language is not given by a tag such as `en` or `be-tarask`.',
  why: 'It is read aloud in the voice of another language.',
  checkPdf({ about, tree }) {
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
  },
});

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
