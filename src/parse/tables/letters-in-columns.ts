/** Letters that are two columns wide where every letter has the same width: CJK, Hangul, full-width forms, emoji. */
const wide =
  /^(?:\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303F\uFF01-\uFF60]|\p{Emoji_Presentation})/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const tabStop = 4;

/**
 * A line of text as its columns, one a string, as an editor with letters of one width shows it. A wide letter takes two columns, of
 * which the second is empty; `asOne` counts it as one, which is how some authors line tables up. Tabs go to the next fourth column.
 */
export function lettersInColumns(line: string, asOne = false): readonly string[] {
  if (/^[ -~]*$/.test(line)) return line.split('');
  const columns: string[] = [];
  for (const { segment } of graphemes.segment(line)) {
    if (segment === '\t')
      do columns.push(' ');
      while (columns.length % tabStop !== 0);
    else columns.push(segment, ...(!asOne && wide.test(segment) ? [''] : []));
  }
  return columns;
}
