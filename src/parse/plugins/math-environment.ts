import type { MarkdownIt, StateBlock } from 'markdown-it';
import { endsEverything, lineText } from './margin.js';
import { mathLines, pushMathBlock } from './math-lines.js';

/** The environments of LaTeX and amsmath that are displayed formulas by themselves; KaTeX says which of them it does not know. */
const environments: ReadonlySet<string> = new Set(
  ['equation', 'align', 'gather', 'alignat', 'multline', 'flalign', 'eqnarray', 'displaymath', 'math', 'CD'].flatMap(
    (name) => [name, `${name}*`],
  ),
);

/** A formula that is typed as in LaTeX, `\begin{align}` … `\end{align}` on lines of their own, without `$$`. */
export function mathEnvironment(md: MarkdownIt): void {
  md.block.ruler.before('table', 'math_environment', read, endsEverything);
}

function read(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const name = /^\\begin\{(\w+\*?)\}/.exec(lineText(state, startLine))?.[1];
  if (name === undefined || !environments.has(name)) return false;
  const marks = [`\\begin{${name}}`, `\\end{${name}}`] as const;
  const found = mathLines(state, [startLine, endLine], marks);
  if (found === undefined) return false;
  if (!silent) pushMathBlock(state, { ...found, tex: `${marks[0]}\n${found.tex}\n${marks[1]}` }, marks[0]);
  return true;
}
