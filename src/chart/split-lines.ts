import type { DataRow, Place } from '../model.js';

/** A value in quotation marks, which may hold the delimiter, line ends and doubled marks, or one without. */
const value = (delimiter: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"[ ]*|([^${delimiter}\\n]*))(${delimiter}|\\n|$)`, 'y');

/** Values by lines, as RFC 4180 has them; `openQuote` is where a quotation mark stands that has no partner. */
export function splitLines(
  text: string,
  delimiter: string,
  { path, line: first }: Place,
): { readonly lines: readonly DataRow[]; readonly openQuote?: Place } {
  const lines: DataRow[] = [];
  const pattern = value(delimiter === '|' ? '\\|' : delimiter);
  let line = first;
  let begins = line;
  let cells: string[] = [];
  for (let pos = 0; ; pos = pattern.lastIndex) {
    pattern.lastIndex = pos;
    const [whole, quoted, plain = '', end = ''] = pattern.exec(text) ?? [];
    if (whole === undefined || (quoted === undefined && plain.startsWith('"')))
      return { lines, openQuote: { path, line } };
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    line += whole.split('\n').length - 1;
    if (end === delimiter) continue;
    lines.push({ cells, place: { path, line: begins } });
    if (end === '') return { lines };
    cells = [];
    begins = line;
  }
}
