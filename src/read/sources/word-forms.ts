import { readingLanguages } from '../../language/languages.js';
import type { Forms, ReadingLanguage } from '../../model/language.js';

/**
 * An expression for one of the forms of all languages, longest first, without anchors: what a text is written in is not known yet when
 * its head is read.
 */
export function anyForm(choose: (language: ReadingLanguage) => Forms): string {
  return expressionOf(readingLanguages.map(choose).join(' '));
}

/** An expression for forms of words, longest first; see `Forms`. */
export function expressionOf(forms: Forms): string {
  const words = [...new Set(forms.split(' ').filter((form) => form !== ''))].sort((a, b) => b.length - a.length);
  const expressions = words.map((form) =>
    form
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('_', '[\\s\\u00A0]+')
      .replaceAll('*', '\\p{L}{0,6}'),
  );
  return expressions.length === 0 ? '(?!)' : `(?:${expressions.join('|')})`;
}
