import type { MarkdownIt, Token } from 'markdown-it';
import { audienceOf } from '../audience.js';
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
  const audience = audienceOf(table);
  if (audience !== undefined) token.attrJoin('class', audience);
  const asked = Object.fromEntries(given.filter(([name]) => ofChart.includes(name)));
  token.meta = { ...token.meta, language: 'chart', table: inner, asked };
  return token;
}
