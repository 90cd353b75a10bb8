import { basename } from 'node:path';
import { readTable } from '../chart/read-table.js';
import { rowText } from '../chart/row-text.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceText, TextFile } from '../model.js';

/** Files of data that are sources, by the ends of their names. */
export const dataEnds = /\.(?:csv|tsv)$/i;

/** Reads `sources/<key>.csv`: each row is a paragraph, numbered by its line in the file, the names of columns among them. */
export function readDataSource(file: TextFile): {
  readonly source?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { table, diagnostics } = readTable(file.text, { path: file.path, line: 1 });
  if (table === undefined) return { diagnostics: diagnostics.map((one) => ({ ...one, rule: 'source-text' })) };
  const paragraphs = table.rows.map((row) => ({ number: row.place.line, text: rowText(table, row) }));
  const key = basename(file.file).replace(dataEnds, '');
  return { source: { key, path: file.path, paragraphs, data: table }, diagnostics };
}
