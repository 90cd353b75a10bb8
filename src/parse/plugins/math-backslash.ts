import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { addMeta } from '../token.js';
import { endsEverything } from './margin.js';
import { pushFormula } from './math-inline.js';
import { mathLines, pushMathBlock } from './math-lines.js';

/**
 * Formulas between `\(` and `\)` or `\[` and `\]`, Pandoc's `tex_math_single_backslash`. In CommonMark the marks are escaped
 * brackets, and converters write these around plain words, numbers and dots: such brackets stay text.
 */
export function mathBackslash(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math_backslash', readInline);
  md.block.ruler.before('table', 'math_backslash_block', readBlock, endsEverything);
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const open = src[pos + 1] ?? '';
  const closer = closers[open];
  if (src[pos] !== '\\' || closer === undefined) return false;
  const end = closing(src, pos + 2, posMax, closer);
  if (end === undefined) return false;
  const tex = src.slice(pos + 2, end).trim();
  if (!isFormula(tex, /\p{L}/u.test(`${src[pos - 1] ?? ''}${src[end + 2] ?? ''}`))) return false;
  if (!silent) {
    const token = pushFormula(state, tex, `\\${open}`);
    if (open === '[') addMeta(token, { display: true });
  }
  state.pos = end + 2;
  return true;
}

function closing(src: string, start: number, max: number, closer: string): number | undefined {
  for (let pos = start; pos < max - 1; pos++) {
    if (src[pos] === '`') return undefined;
    if (src[pos] !== '\\') continue;
    if (src[pos + 1] === closer) return pos;
    pos++;
  }
  return undefined;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const found = mathLines(state, [startLine, endLine], ['\\[', '\\]']);
  if (found === undefined || found.tex.includes('\\]') || !isFormula(found.tex, false)) return false;
  if (!silent) pushMathBlock(state, found, '\\[');
  return true;
}

/** A sign of TeX or of mathematics stands in it, or it is one letter that belongs to no word. */
function isFormula(tex: string, besideLetter: boolean): boolean {
  if (/^\p{L}['’]?$/u.test(tex)) return !besideLetter;
  return /[\^_{}=<>+*/|~&]|\\\p{L}|\p{L}\(|\p{N}\p{L}|\p{L}\p{N}/u.test(tex);
}
