import type { MarkdownIt, StateBlock } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import type { Mark } from '../separators.js';
import { type BlockRule, builtIn } from './built-in.js';
import { atMargin, endsEverything } from './margin.js';

/**
 * A line `---` or `----`, spaces after it allowed, begins a slide or one of a stack: unindented, outside code and HTML, whatever
 * stands around it. It ends a paragraph, and wins over a setext heading and, in `pipe-table.ts`, a table of one column.
 */
export function separator(md: MarkdownIt): void {
  md.block.ruler.before('table', 'separator', markSeparator, endsEverything);
  md.block.ruler.at('lheading', upToSeparator(builtIn('lheading')));
}

function markSeparator(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const mark = separatorAt(state, startLine);
  if (mark === undefined) return false;
  if (silent) return true;
  const token = state.push('mark', '', 0);
  token.info = mark;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** What the separator on a line begins; undefined where the line is none, or the author has separators of his own. */
export function separatorAt(state: StateBlock, line: number): Mark | undefined {
  const start = state.bMarks[line] ?? 0;
  if (!state.src.startsWith('---', start) || !atMargin(state, line)) return undefined;
  const { length } = state.src.slice(start, state.eMarks[line]).trimEnd();
  if (length > 4 || (length === 4 && state.src[start + 3] !== '-')) return undefined;
  const mark = length === 3 ? 'slide' : 'stack';
  return (contextOf(state.env)?.separators.literal[mark] ?? true) ? mark : undefined;
}

/** A rule that may read a line below its first one, kept from reading a separator as its underline. */
export function upToSeparator(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    let line = startLine + 1;
    while (line < endLine && !state.isEmpty(line) && separatorAt(state, line) === undefined) line++;
    const stopped = line < endLine && !state.isEmpty(line);
    return rule(state, startLine, stopped ? line : endLine, silent);
  };
}
