import type { MarkdownIt, StateBlock } from 'markdown-it';
import { isClosed, ownEnd } from '../raw-html.js';
import { addMeta } from '../token.js';
import { type BlockRule, builtIn } from './built-in.js';
import { lineText } from './margin.js';
import { separatorAt } from './separator.js';

/**
 * Code and raw HTML that are left open end at the next separator, as in reveal-md, and not with the deck: their token has
 * `meta.leftOpen`, of which `reportSwallowed` makes an error at their opening. A separator with an end below it is part of the
 * code, unless a second opening between the two shows that the end is another block's.
 */
export function leftOpen(md: MarkdownIt): void {
  md.block.ruler.at('fence', closedOrCut(builtIn('fence'), isFenceOpen), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.block.ruler.at('html_block', closedOrCut(builtIn('html_block'), isHtmlOpen), {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

/** Whether the block from `start` to `end`, as CommonMark has it, was left open before the separator on the line `at`. */
type IsOpen = (state: StateBlock, start: number, end: number, at: number) => boolean;

/** By what is open, the ends that no line of a text has any more: a text full of openings is not read to its end for each. */
const endless = new WeakMap<StateBlock, Set<string>>();

function closedOrCut(rule: BlockRule, isOpen: IsOpen): BlockRule {
  return (state, startLine, endLine, silent) => {
    const before = state.tokens.length;
    const known = state.level === 0 ? (endless.get(state) ?? new Set<string>()) : new Set<string>();
    const mark = openingOf(lineText(state, startLine));
    const first = known.has(mark) ? separatorBetween(state, startLine + 1, endLine) : undefined;
    if (!rule(state, startLine, first ?? endLine, silent)) return false;
    if (silent) return true;
    if (first !== undefined && state.line === first) return leaveOpen(state, before);
    const end = state.line;
    const at = separatorBetween(state, startLine + 1, end);
    if (at === undefined) return true;
    const open = isOpen(state, startLine, end, at);
    if (!open && ownEnd(lineText(state, startLine)) !== undefined) return true;
    if (!open && state.tokens[before]?.type === 'fence') return true;
    if (state.level === 0 && mark !== '' && !hasEnd(state, startLine, end)) endless.set(state, known.add(mark));
    state.tokens.length = before;
    rule(state, startLine, at, false);
    return open ? leaveOpen(state, before) : true;
  };
}

function hasEnd(state: StateBlock, start: number, end: number): boolean {
  const first = lineText(state, start);
  const own = ownEnd(first);
  if (own !== undefined)
    return state.src
      .slice(state.bMarks[start], state.eMarks[end - 1])
      .toLowerCase()
      .includes(own.end);
  return end - 1 > start && isClosing(lineText(state, end - 1), marksOf(first));
}

function isClosing(line: string, marks: string): boolean {
  const text = line.trimEnd();
  return marksOf(text) === text && text.startsWith(marks);
}

/** What a fence or an element with an end of its own is told by; empty for others, which end at a blank line. */
function openingOf(line: string): string {
  return marksOf(line) || (ownEnd(line)?.opening ?? '');
}

function leaveOpen(state: StateBlock, index: number): boolean {
  const token = state.tokens[index];
  if (token !== undefined) addMeta(token, { leftOpen: true });
  return true;
}

function separatorBetween(state: StateBlock, from: number, to: number): number | undefined {
  for (let line = from; line < to; line++) if (separatorAt(state, line) !== undefined) return line;
  return undefined;
}

function isFenceOpen(state: StateBlock, start: number, end: number, at: number): boolean {
  const marks = marksOf(lineText(state, start));
  if (end - 1 === start || !isClosing(lineText(state, end - 1), marks)) return true;
  for (let line = at + 1; line < end - 1; line++) {
    const text = lineText(state, line).trimEnd();
    if (text.startsWith(marks) && marksOf(text) !== text) return true;
  }
  return false;
}

/** The run of backticks or tildes a line begins with. */
function marksOf(line: string): string {
  let length = 0;
  while (length < line.length && line[length] === line[0] && '`~'.includes(line[0] ?? ' ')) length++;
  return line.slice(0, length);
}

function isHtmlOpen(state: StateBlock, start: number, end: number, at: number): boolean {
  const first = lineText(state, start);
  const above = state.src.slice(state.bMarks[start], state.bMarks[at]);
  const own = ownEnd(first);
  if (own === undefined) return !isClosed(above);
  const below = state.src.slice(state.bMarks[at], state.eMarks[end - 1]).toLowerCase();
  const close = below.indexOf(own.end);
  return close === -1 || below.lastIndexOf(own.opening, close) !== -1;
}
