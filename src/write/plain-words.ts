import type { Inline, InlineWriters } from '../model.js';
import { textContent } from '../render/tree.js';

/** The words of some inlines as they are read out: marks and the signs of footnotes are not among them, a line that is broken is one. */
export function plainWords(content: readonly Inline[]): string {
  return content
    .map(wordsOf)
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

const words: InlineWriters<string> = {
  text: ({ text }) => text,
  styled: ({ content }) => content.map(wordsOf).join(''),
  link: ({ content }) => content.map(wordsOf).join(''),
  image: ({ alt }) => alt,
  formula: ({ tex }) => tex,
  mark: () => '',
  voice: ({ text }) => ` (${text})`,
  footnote: () => '',
  abbreviation: ({ short }) => short,
  break: () => ' ',
  html: ({ element }) => textContent(element),
};

function wordsOf(inline: Inline): string {
  return (words[inline.kind] as (one: Inline) => string)(inline);
}
