import type { MarkdownIt, StateBlock } from 'markdown-it';
import { firstLetter, isIndentedCode, lineText } from './margin.js';

/**
 * Pandoc's line blocks: lines that begin with `| ` are kept as they are divided, with their spaces; a line that begins with a space goes on
 * with the one above. Read as a paragraph of the class `line-block`. Rows that end with a bar were meant for a table and are left alone.
 */
export function lineBlock(md: MarkdownIt): void {
  md.block.ruler.after('table', 'line_block', readLines);
}

const kept = '\u00A0';

function readLines(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstLetter(state, startLine) !== '|') return false;
  const lines: string[] = [];
  let line = startLine;
  for (; line < endLine && !state.isEmpty(line) && !isIndentedCode(state, line); line++) {
    const text = lineText(state, line).trimEnd();
    const isBelow = (state.sCount[line] ?? 0) > state.blkIndent;
    if (/^\|(?: |$)/.test(text)) {
      if (text.length > 1 && text.endsWith('|')) return false;
      const words = text.slice(2);
      lines.push(words.trim() === '' ? kept : words.replace(/^ +/, (spaces) => kept.repeat(spaces.length)));
    } else if (lines.length > 0 && isBelow) lines.push(`${lines.pop() ?? ''}\n${text}`);
    else break;
  }
  if (lines.length === 0) return false;
  if (silent) return true;
  const open = state.push('paragraph_open', 'p', 1);
  open.attrSet('class', 'line-block');
  open.map = [startLine, line];
  const inline = state.push('inline', '', 0);
  inline.content = lines.join('  \n');
  inline.map = [startLine, line];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = line;
  return true;
}
