import type { MarkdownIt, StateInline } from 'markdown-it';
import { pushFormula } from './math-inline.js';

/** `\eqref{name}` in running text, and `\ref{eq:name}`: the number of the equation that has this `\label`, as with MathJax in Pandoc. */
export function equationReference(md: MarkdownIt): void {
  md.inline.ruler.before('foreign_marks', 'equation_reference', read);
}

function read(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '\\') return false;
  const [typed] =
    /^\\(?:eqref\{[^{}\s]+\}|ref\{eq:[^{}\s]+\})/.exec(state.src.slice(state.pos, state.pos + longest)) ?? [];
  if (typed === undefined) return false;
  if (!silent) pushFormula(state, typed, '');
  state.pos += typed.length;
  return true;
}

const longest = 200;
