import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { endsEverything, isIndentedCode, lineText } from './margin.js';

/**
 * Formulas by Pandoc's rule: `$` opens before anything but a space and closes behind anything but a space, if no digit follows,
 * so that prices stay prices. `$$` … `$$` is a formula of its own, also over several lines without a blank one.
 */
export function math(md: MarkdownIt): void {
  md.inline.ruler.after('escape', 'math_inline', readInline);
  md.block.ruler.before('table', 'math_block', readBlock, endsEverything);
}

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$') return false;
  const mark = src[pos + 1] === '$' ? '$$' : '$';
  const start = pos + mark.length;
  const end = mark === '$$' ? src.indexOf('$$', start) : closingDollar(src, start, posMax);
  if (end === -1 || end + mark.length > posMax || src.slice(start, end).trim() === '') {
    if (!silent) state.pending += mark;
    state.pos = start;
    return true;
  }
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.markup = mark;
    token.content = src.slice(start, end).trim();
    if (mark === '$$') token.meta = { display: true };
  }
  state.pos = end + mark.length;
  return true;
}

function closingDollar(src: string, start: number, max: number): number {
  if (/^\s/.test(src.slice(start, start + 1))) return -1;
  for (let pos = start; pos < max; pos++) {
    if (src[pos] === '`') return -1;
    if (src[pos] === '\\') pos++;
    else if (src[pos] === '$') return /\s/.test(src[pos - 1] ?? ' ') || /\d/.test(src[pos + 1] ?? '') ? -1 : pos;
  }
  return -1;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const first = lineText(state, startLine).trimEnd();
  if (!first.startsWith('$$')) return false;
  const lines = [first.slice(2)];
  let line = startLine;
  while (!(lines.at(-1) ?? '').endsWith('$$')) {
    line++;
    if (line >= endLine || state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) return false;
    lines.push(lineText(state, line).trimEnd());
  }
  const content = lines.join('\n').slice(0, -2);
  if (content.includes('$$') || content.trim() === '') return false;
  if (silent) return true;
  const token = state.push('math_block', 'math', 0);
  token.content = content.trim();
  token.markup = '$$';
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}
