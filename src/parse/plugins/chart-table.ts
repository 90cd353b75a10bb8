import type { MarkdownIt, Token } from 'markdown-it';
import { hasDecimalCommas } from '../../chart/read-delimited.js';
import type { DataRow, DataTable, Place } from '../../model.js';
import { blockToken, closingIndex, placeOf } from '../token.js';

/** What `{chart=bar}` behind a table may say beside; the rest stays the table's. */
const ofChart = ['chart', 'unit', 'format', 'scale', 'focus', 'hues', 'sort', 'steps'];
/** What belongs to the figure rather than to the table. */
const ofFigure = ['id', 'alt', 'width'];

/**
 * `{chart=bar}` behind a table draws it: the chart stands in its place on the slide, and the table, of the class `chart-data`, is what
 * papers print and what the evidence reads.
 */
export function chartTable(md: MarkdownIt): void {
  md.core.ruler.push('chart_table', (state) => {
    if (!state.tokens.some(isDrawn)) return;
    state.tokens = state.tokens.flatMap((token, index) =>
      isDrawn(token) ? [chartOf(token, state.tokens, index), token] : [token],
    );
    for (const token of state.tokens.filter(isDrawn)) {
      token.attrs = (token.attrs ?? []).filter(([name]) => ![...ofChart, ...ofFigure].includes(name));
      token.attrJoin('class', 'chart-data');
    }
  });
}

function isDrawn(token: Token): boolean {
  return token.type === 'table_open' && token.attrGet('chart') !== null;
}

function chartOf(table: Token, tokens: readonly Token[], index: number): Token {
  const inner = tokens.slice(index, closingIndex(tokens, index) + 1);
  const token = blockToken('diagram', '', 0, placeOf(table));
  const given = table.attrs ?? [];
  token.attrs = given.filter(([name]) => ofFigure.includes(name));
  const asked = Object.fromEntries(given.filter(([name]) => ofChart.includes(name)));
  const caption = inner.findIndex(({ type }) => type === 'caption_open');
  const words = caption === -1 ? '' : wordsOf(inner[caption + 1]);
  if (words !== '') token.attrSet('data-caption', words);
  token.meta = { ...token.meta, language: 'chart', table: dataOf(inner), asked, citations: citationsIn(inner) };
  return token;
}

function dataOf(tokens: readonly Token[]): DataTable {
  const lines: { cells: string[]; place: Place }[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'tr_open') lines.push({ cells: [], place: placeOf(token) });
    if (token.type === 'th_open' || token.type === 'td_open') lines.at(-1)?.cells.push(wordsOf(tokens[index + 1]));
  });
  const [head, ...rows] = lines;
  const columns = (head?.cells ?? []).map((name, index) => (name === '' ? `column ${index + 1}` : name));
  const filled = rows.map(
    ({ cells, place }): DataRow => ({ cells: columns.map((_, index) => cells[index] ?? ''), place }),
  );
  return { columns, rows: filled, hasDecimalCommas: hasDecimalCommas(filled) };
}

/** A cell as its reader sees it, without citations. */
function wordsOf(inline: Token | undefined): string {
  const shown = (inline?.children ?? []).filter(({ type }) => ['text', 'code_inline', 'softbreak'].includes(type));
  return shown
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('')
    .trim();
}

function citationsIn(tokens: readonly Token[]): readonly unknown[] {
  const inline = tokens.flatMap(({ children }) => children ?? []);
  return inline.flatMap(({ type, meta }) =>
    type === 'citation' && Array.isArray(meta?.citations) ? meta.citations : [],
  );
}
