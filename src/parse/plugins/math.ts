import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { addMeta } from '../token.js';
import { endsEverything } from './margin.js';
import { pushFormula } from './math-inline.js';
import { mathLines, pushMathBlock } from './math-lines.js';

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
    const token = pushFormula(state, src.slice(start, end).trim(), mark);
    if (mark === '$$') addMeta(token, { display: true });
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
  const found = mathLines(state, [startLine, endLine], ['$$', '$$']);
  if (found === undefined || found.tex.includes('$$')) return false;
  if (silent) return true;
  // Slidev's lines of a formula, `$$ {1|3|all}`, are none of it.
  const [typed = '', steps] = /^(\{(?=[^}]*(?:\||all))(?:all|[\d,|-])+\})\n/.exec(found.tex) ?? [];
  pushMathBlock(state, { ...found, tex: found.tex.slice(typed.length) }, '$$');
  const token = state.tokens.at(-1);
  if (steps !== undefined && token !== undefined) addMeta(token, { steps });
  return true;
}
