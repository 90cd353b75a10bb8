import { pageMark } from './source-block.js';

/**
 * The lines of a paragraph as one. A word hyphenated at a line's end is put together, unless the text has it with its hyphen elsewhere
 * (`hyphenated`, in small letters). A page mark stays a line of its own, behind the word that the page's end cut in two.
 */
export function joinLines(text: string, hyphenated: ReadonlySet<string>): string {
  let joined = '';
  let marks: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    if (pageMark.test(line)) {
      marks.push(line);
      continue;
    }
    const cut = cutWord.exec(joined);
    const rest = /^\p{Ll}[\p{L}\p{M}]*/u.exec(line)?.[0];
    if (cut !== null && rest !== undefined) {
      const [whole, first = '', hyphen = ''] = cut;
      const keeps = hyphen !== '\u00AD' && hyphenated.has(`${first}-${rest}`.toLowerCase());
      const word = keeps ? `${first}-${rest}` : first + rest;
      const behind = line.slice(rest.length).match(/^\S*/)?.[0] ?? '';
      joined = joined.slice(0, joined.length - whole.length) + word + behind;
      const left = line.slice(rest.length + behind.length).trim();
      joined = withMarks(joined, marks, left);
    } else joined = withMarks(joined, marks, line);
    marks = [];
  }
  return [joined, ...marks]
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll('\u00AD', '');
}

const cutWord = /([\p{L}\p{M}]+)([-\u2010\u00AD])$/u;

function withMarks(joined: string, marks: readonly string[], line: string): string {
  if (marks.length > 0)
    return [...(joined === '' ? [] : [joined]), ...marks, ...(line === '' ? [] : [line])].join('\n');
  return [joined, line]
    .filter((part) => part !== '')
    .join(joined.endsWith(']') && pageMark.test(lastLine(joined)) ? '\n' : ' ');
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** The words with a hyphen that stand within lines, in small letters. */
export function hyphenatedWords(text: string): ReadonlySet<string> {
  return new Set(
    (text.match(/[\p{L}\p{M}]+[-\u2010][\p{L}\p{M}]+/gu) ?? []).map((word) =>
      word.toLowerCase().replace('\u2010', '-'),
    ),
  );
}
