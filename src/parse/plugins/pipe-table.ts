import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import { addMeta, placeOf } from '../token.js';
import { builtIn } from './built-in.js';
import { lineText } from './margin.js';
import { upToSeparator } from './separator.js';

const readTable = builtIn('table');
/** Stands for a bar while markdown-it divides a row; Unicode keeps it from being a character of any text. */
const maskedBar = '\uFDD0';

/**
 * GFM's tables. In a row with more cells than its table has columns, bars inside `$…$` belong to the formula, as in Pandoc; what is
 * still left over is shown by no tool, and said. So is what looks like a table and is none.
 */
export function pipeTable(md: MarkdownIt): void {
  md.block.ruler.at('table', upToSeparator(readRows), { alt: ['paragraph', 'reference'] });
  md.core.ruler.after('block', 'pipe_table', reportRows);
}

function readRows(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const columns = startLine + 1 < endLine ? columnsOf(lineText(state, startLine + 1)) : undefined;
  if (columns === undefined) return readTable(state, startLine, endLine, silent);
  const { src } = state;
  const surplus = new Map<number, number>();
  for (let line = startLine; line < endLine && !state.isEmpty(line); line++) {
    const text = lineText(state, line);
    if (line === startLine + 1 || cellsIn(text) <= columns) continue;
    const masked = withoutBars(text);
    surplus.set(line, cellsIn(masked) - columns);
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    state.src = state.src.slice(0, start) + masked + state.src.slice(start + text.length);
  }
  const first = state.tokens.length;
  const found = readTable(state, startLine, endLine, silent);
  state.src = src;
  if (!found || silent || surplus.size === 0) return found;
  for (const token of state.tokens.slice(first)) {
    token.content = token.content.replaceAll(maskedBar, '|');
    const left = token.type === 'tr_open' ? (surplus.get(token.map?.[0] ?? -1) ?? 0) : 0;
    if (left > 0) addMeta(token, { surplus: left });
  }
  return found;
}

/** How many columns the line below a head marks; undefined where it is no such line. */
function columnsOf(line: string): number | undefined {
  return /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes('|') ? cellsIn(line) : undefined;
}

/** Cells as GFM counts them: an escaped bar parts none, and one at either end neither. */
function cellsIn(line: string): number {
  const text = line.trim();
  const bars = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const outer = (bars[0] === 0 ? 1 : 0) + (bars.length > 1 && bars.at(-1) === text.length - 1 ? 1 : 0);
  return bars.length + 1 - outer;
}

/** A row in which the bars of formulas are masked. */
function withoutBars(row: string): string {
  return row.replace(/\\.|\$(?=\S)(?:\\.|[^$\\`])*?(?<=\S)\$(?!\d)/g, (found) =>
    found.startsWith('$') ? found.replaceAll('|', maskedBar) : found,
  );
}

function reportRows({ tokens, env }: StateCore): void {
  const context = contextOf(env);
  if (context === undefined) return;
  const cure = 'Write `\\|` for a bar that is text, in code too, or give the table another column.';
  for (const [index, token] of tokens.entries()) {
    const surplus = Number(token.meta?.surplus ?? 0);
    if (surplus > 0) {
      const cells = surplus === 1 ? 'one cell' : `${surplus} cells`;
      context.report(
        'warning',
        'table',
        placeOf(token),
        `This row has ${cells} more than its table has columns; what is left over is not shown.`,
        cure,
      );
    }
    const found = token.type === 'paragraph_open' ? headless(tokens[index + 1]) : undefined;
    if (found === undefined) continue;
    const { path, line } = placeOf(token);
    const message = `This line marks ${found.columns} columns, and ${found.head}: it makes no table. The text is shown as typed.`;
    context.report(
      'warning',
      'table',
      { path, line: line + found.offset },
      message,
      'Write a head above it with a cell for each column; a cell may be empty.',
    );
  }
}

/** A line of dashes and bars in a paragraph: what is above it has another number of cells, or there is nothing above. */
function headless(
  inline: Token | undefined,
): { readonly columns: number; readonly head: string; readonly offset: number } | undefined {
  const lines = (inline?.content ?? '').split('\n');
  for (const [offset, line] of lines.entries()) {
    const columns = columnsOf(line.trim());
    if (columns === undefined || columns < 2) continue;
    const above = lines[offset - 1];
    const cells = above === undefined ? 0 : cellsIn(above);
    if (cells === columns) continue;
    const head =
      above === undefined
        ? 'nothing stands above it'
        : `the line above has ${cells === 1 ? 'one cell' : `${cells} cells`}`;
    return { columns, head, offset };
  }
  return undefined;
}
