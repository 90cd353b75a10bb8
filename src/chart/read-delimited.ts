import type { DataRow, Place } from '../model.js';
import { chartError } from './chart-error.js';
import type { ReadTable } from './read-table.js';
import { splitLines } from './split-lines.js';

/**
 * Reads lines of values (RFC 4180) and Markdown tables. What separates values is what stands in the first line: tabs before semicolons,
 * bars and commas, so that `2023;5,8` is two values. Empty lines and lines that begin with `#` are left out.
 */
export function readDelimited(text: string, place: Place): ReadTable {
  const isMarkdown = /^\s*\|/.test(text) || /^[^\n]*\|[^\n]*\n[\s|:-]*-[\s|:-]*$/m.test(text);
  const delimiter = isMarkdown ? '|' : delimiterOf(text);
  const { lines, openQuote } = isMarkdown ? markdownLines(text, place) : splitLines(text, delimiter, place);
  if (openQuote !== undefined) {
    const message = 'A quotation mark is opened here and never closed.';
    return {
      diagnostics: [chartError('chart-data', message, openQuote, 'Close it, or write two for one within a value.')],
    };
  }
  const rule = /^:?-+:?$/;
  const kept = lines.filter(({ cells }) => {
    const isEmpty = cells.every((cell) => cell === '');
    return !isEmpty && !(cells[0] ?? '').startsWith('#') && !(isMarkdown && cells.every((cell) => rule.test(cell)));
  });
  const [head, ...rows] = kept;
  const columns = (head?.cells ?? []).map((name, index) => (name === '' ? `column ${index + 1}` : name));
  const filled: DataRow[] = [];
  for (const { cells, place: at } of rows) {
    const extra = cells.slice(columns.length).filter((cell) => cell !== '');
    if (extra.length > 0) {
      const message = `This row has ${cells.length} values; there are ${columns.length} columns.`;
      const cure = 'Put a value that holds a comma in quotation marks, or use one separator throughout.';
      return { diagnostics: [chartError('chart-data', message, at, cure)] };
    }
    filled.push({ cells: columns.map((_, index) => cells[index] ?? ''), place: at });
  }
  const isDecimal = hasDecimalCommas(filled) || (delimiter === ';' && !hasMark(filled, '.'));
  return { table: { columns, rows: filled, hasDecimalCommas: isDecimal }, diagnostics: [] };
}

function delimiterOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const outside = first.replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((one) => outside.includes(one)) ?? ',';
}

/** A Markdown table's bars at both ends part nothing; a bar behind a backslash is a letter, and quotation marks are too. */
function markdownLines(
  text: string,
  { path, line }: Place,
): { readonly lines: readonly DataRow[]; readonly openQuote?: Place } {
  const lines = text.split('\n').map((one, index) => {
    const inner = one.trim().replace(/^\||(?<!\\)\|$/g, '');
    const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
    return { cells, place: { path, line: line + index } };
  });
  return { lines };
}

/** Whether commas in numbers are decimal ones. */
export function hasDecimalCommas(rows: readonly DataRow[]): boolean {
  return hasMark(rows, ',');
}

/** Whether a comma, or a point, stands before one, two or more than three digits: then it is no mark of thousands. */
function hasMark(rows: readonly DataRow[], mark: ',' | '.'): boolean {
  const number = new RegExp(`^[+\\-−]?[\\d.,\\s\u00A0\u202F]*\\d[${mark}](?:\\d{1,2}|\\d{4,})\\s*%?$`);
  return rows.some(({ cells }) => cells.some((cell) => number.test(cell)));
}
