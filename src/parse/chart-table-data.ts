import type { Token } from 'markdown-it';
import { hasDecimalCommas } from '../chart/read-delimited.js';
import type { Citation, DataRow, DataTable } from '../model.js';
import { audienceOf } from './audience.js';
import { closingIndex, placeOf } from './token.js';

/** What a chart in the place of a table is drawn of. */
export interface ChartTableData {
  readonly table: DataTable;
  /** The words of the table's caption; empty without one. */
  readonly caption: string;
  readonly citations: readonly Citation[];
  /** Something of the table is for one audience alone, and not in the chart. */
  readonly hasLeftOut: boolean;
}

/**
 * The rows, columns and words of a table that every reader gets: one chart is drawn for all of them. `tokens` are the table's, after raw HTML
 * has told its audiences.
 */
export function readChartTableData(tokens: readonly Token[]): ChartTableData {
  const kept = forAll(tokens);
  const lines = linesOf(kept);
  const [head, ...rows] = lines;
  const isShared = (_: unknown, column: number): boolean => head?.cells[column]?.isKept !== true;
  const columns = (head?.cells ?? [])
    .map(({ words }, index) => (words === '' ? `column ${index + 1}` : words))
    .filter(isShared);
  const filled = rows.map(({ cells, place }): DataRow => {
    const shared = cells.filter(isShared);
    return { cells: columns.map((_, index) => shared[index]?.words ?? ''), place };
  });
  const start = kept.findIndex(({ type }) => type === 'caption_open');
  return {
    table: { columns, rows: filled, hasDecimalCommas: hasDecimalCommas(filled) },
    caption: start === -1 ? '' : wordsOf(kept[start + 1]),
    citations: kept.flatMap(citationsIn),
    hasLeftOut:
      kept.length < tokens.length || kept.some((token) => sharedOf(token).length < (token.children ?? []).length),
  };
}

/** Block tokens without what is for one audience; of a cell its borders stay, so that those behind it keep their columns. */
function forAll(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isKept = index > 0 && audienceOf(token) !== undefined;
    if (!isKept || isCell(token)) kept.push(token);
    if (isKept) index = closingIndex(tokens, index);
  }
  return kept;
}

function isCell({ type }: Token): boolean {
  return type === 'th_open' || type === 'td_open';
}

interface Line {
  readonly cells: { readonly words: string; readonly isKept: boolean }[];
  readonly place: DataRow['place'];
}

function linesOf(tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'tr_open') lines.push({ cells: [], place: placeOf(token) });
    const isKept = audienceOf(token) !== undefined;
    if (isCell(token)) lines.at(-1)?.cells.push({ words: isKept ? '' : wordsOf(tokens[index + 1]), isKept });
  });
  return lines;
}

/** Words as their reader sees them, without citations. */
function wordsOf(inline: Token | undefined): string {
  const shown = sharedOf(inline).filter(({ type }) => ['text', 'code_inline', 'softbreak'].includes(type));
  return shown
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('')
    .trim();
}

function citationsIn(token: Token): readonly Citation[] {
  return sharedOf(token).flatMap(({ type, meta }) =>
    type === 'citation' ? ((meta?.citations ?? []) as readonly Citation[]) : [],
  );
}

/** What stands in a line of text, without parts for one audience. */
function sharedOf(inline: Token | undefined): readonly Token[] {
  const all = inline?.children ?? [];
  const kept: Token[] = [];
  for (let index = 0; index < all.length; index++) {
    const token = all[index];
    if (token === undefined) break;
    if (audienceOf(token) === undefined) kept.push(token);
    else index = closingIndex(all, index);
  }
  return kept;
}
