import type { StateBlock } from 'markdown-it';
import { isIndentedCode, lineText } from './margin.js';

/** A formula on lines of its own. */
export interface MathLines {
  readonly tex: string;
  /** The line after its last. */
  readonly nextLine: number;
}

/**
 * What stands between two marks, the first at the beginning of a line, the second at the end of that or a later one, without a blank line
 * between. Undefined where there is no such formula, or an empty one.
 */
export function mathLines(
  state: StateBlock,
  [startLine, endLine]: readonly [number, number],
  [open, close]: readonly [string, string],
): MathLines | undefined {
  const first = lineText(state, startLine).trimEnd();
  if (!first.startsWith(open) || isIndentedCode(state, startLine)) return undefined;
  const lines = [first.slice(open.length)];
  let line = startLine;
  while (!(lines.at(-1) ?? '').endsWith(close)) {
    line++;
    if (line >= endLine || state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    lines.push(lineText(state, line).trimEnd());
  }
  const tex = lines.join('\n').slice(0, -close.length).trim();
  return tex === '' ? undefined : { tex, nextLine: line + 1 };
}

/** Adds a formula, with the marks it was typed between. */
export function pushMathBlock(state: StateBlock, { tex, nextLine }: MathLines, markup: string): void {
  const token = state.push('math_block', 'math', 0);
  token.content = tex;
  token.markup = markup;
  token.map = [state.line, nextLine];
  state.line = nextLine;
}
