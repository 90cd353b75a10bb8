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
    if (cut !== null && rest !== undefined && !(suspends.test(rest) && cut[2] !== '\u00AD')) {
      const [whole, first = '', hyphen = ''] = cut;
      const keeps = hyphen !== '\u00AD' && hyphenated.has(`${first}-${rest}`.toLowerCase());
      const word = keeps ? `${first}-${rest}` : first + rest;
      const behind = line.slice(rest.length).match(/^\S*/)?.[0] ?? '';
      joined = joined.slice(0, joined.length - whole.length) + word + behind;
      const left = line.slice(rest.length + behind.length).trim();
      joined = withMarks(joined, marks, left);
    } else if (marks.length === 0 && isUnspaced(joined, line)) joined += line;
    else joined = withMarks(joined, marks, line);
    marks = [];
  }
  return [joined, ...marks]
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll('\u00AD', '');
}

/** German leaves out the second half of a word before these: "Ein- und Ausfuhr". */
const suspends = /^(?:und|oder)$/;

/** Whether a line ended within what has no spaces: a range of numbers, names with a hyphen, words at both sides of an English dash. */
function isUnspaced(joined: string, line: string): boolean {
  if (/\d[-\u2010–]$/.test(joined)) return /^\d/.test(line);
  if (/\p{L}[-\u2010]$/u.test(joined)) return /^\p{Lu}/u.test(line);
  return /\p{L}—$/u.test(joined) && /^\p{L}/u.test(line);
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
