import type { HtmlPiece } from '../html-pieces.js';

/** How comments begin that speak to a program. */
const toPrograms = [
  '.slide',
  '.element',
  'slide ',
  'element ',
  'check-disable',
  'include:',
  'prettier-',
  'markdownlint-',
].concat(
  [
    'omit in toc',
    'toc',
    '/toc',
    'start doctoc',
    'end doctoc',
    'vale ',
    'textlint-',
    'eslint-',
    'cspell',
    'markdown-link-check',
  ],
  ['#', '<', '!['],
);

/** The first comment that is a remark to a person, as typed: not what a program reads, nor markup that was taken out. */
export function remarkFor(html: readonly HtmlPiece[], isSetting: (comment: string) => boolean): string | undefined {
  const remark = html.find(({ comment = '' }) => {
    const text = comment.trim().toLowerCase();
    return text !== '' && !toPrograms.some((start) => text.startsWith(start)) && !isSetting(comment);
  })?.comment;
  return remark === undefined ? undefined : `<!--${remark}-->`;
}
