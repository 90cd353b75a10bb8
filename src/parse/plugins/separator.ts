import MarkdownItCallable, { type MarkdownIt, type StateBlock } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import { hasOwnEnd } from '../raw-html.js';
import type { Mark } from '../separators.js';
import { atMargin, endsEverything, lineText } from './margin.js';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/**
 * A line `---` or `----` begins a slide or one of a stack: unindented, outside code and HTML, whatever stands around it. It ends
 * a paragraph, and wins over a setext heading and a table of one column. CommonMark's HTML blocks run on to a blank line; a
 * separator ends them where every element is closed, as authors who wrote for Reveal expect.
 */
export function separator(md: MarkdownIt): void {
  md.block.ruler.before('table', 'separator', markSeparator, endsEverything);
  md.block.ruler.at('lheading', upToSeparator(builtIn('lheading')));
  md.block.ruler.at('table', upToSeparator(builtIn('table')), { alt: ['paragraph', 'reference'] });
  md.block.ruler.at('html_block', upToSeparatorOutside(builtIn('html_block')), {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
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

function separatorAt(state: StateBlock, line: number): Mark | undefined {
  const start = state.bMarks[line] ?? 0;
  const length = (state.eMarks[line] ?? 0) - start;
  if (length < 3 || length > 4 || !state.src.startsWith('---', start) || !atMargin(state, line)) return undefined;
  if (length === 4 && state.src[start + 3] !== '-') return undefined;
  const mark = length === 3 ? 'slide' : 'stack';
  return (contextOf(state.env)?.separators.literal[mark] ?? true) ? mark : undefined;
}

/** A rule of markdown-it's own, kept from reading a separator as its underline. */
function upToSeparator(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    let line = startLine + 1;
    while (line < endLine && !state.isEmpty(line) && separatorAt(state, line) === undefined) line++;
    const stopped = line < endLine && !state.isEmpty(line);
    return rule(state, startLine, stopped ? line : endLine, silent);
  };
}

/** The rule for HTML, ended by a separator that no element holds. Code, scripts and comments have an end of their own. */
function upToSeparatorOutside(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent || hasOwnEnd(lineText(state, startLine))) return rule(state, startLine, endLine, silent);
    for (let line = startLine + 1; line < endLine && !state.isEmpty(line); line++) {
      const above = state.src.slice(state.bMarks[startLine], state.bMarks[line]);
      if (separatorAt(state, line) !== undefined && isClosed(above)) return rule(state, startLine, line, silent);
    }
    return rule(state, startLine, endLine, silent);
  };
}

/** Elements that need no closing tag. */
const unclosed = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/i;

function isClosed(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = '', end] of html.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi)) {
    if (end !== '/' && !unclosed.test(name)) depth += slash === '/' ? -1 : 1;
  }
  return depth <= 0;
}

/** A rule by its name; the rulers give rules out only as the list of those that are enabled. */
function builtIn(name: string): BlockRule {
  const { block } = new MarkdownItCallable();
  block.ruler.enableOnly(name);
  const [rule] = block.ruler.getRules('');
  if (rule === undefined) throw new Error(`markdown-it has no block rule ${name}`);
  return rule;
}
