import type { MarkdownIt, StateBlock } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import { endsEverything, lineText } from './margin.js';

/**
 * `Note:` or `Notes:` at the start of a line: the rest of the slide is notes, what stands on that line included, as in Reveal. As there it
 * may be indented by up to three spaces or a no-break space; a space before the colon, as in French, is taken too.
 */
export function notesLine(md: MarkdownIt): void {
  md.block.ruler.before('table', 'notes_line', markNotes, endsEverything);
}

function markNotes(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!isOfSlide(state, startLine) || !(contextOf(state.env)?.separators.literal.notes ?? true)) return false;
  const label = /^[\u00a0\u202f]*notes?[ \t\u00a0\u202f]*[:：][ \t]*/i.exec(lineText(state, startLine))?.[0];
  if (label === undefined || isInsideNotesOrBlock(state)) return false;
  if (silent) return true;
  const token = state.push('mark', '', 0);
  token.info = 'notes';
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0) + label.length;
  if (start < (state.eMarks[startLine] ?? 0)) readRest(state, startLine, endLine, start);
  return true;
}

/** Whether nothing but the slide can hold a line: it is not indented as code, nor as far as the words of a list's item. */
function isOfSlide(state: StateBlock, line: number): boolean {
  const start = state.bMarks[line] ?? 0;
  const indent = state.sCount[line] ?? 0;
  if (start !== 0 && state.src[start - 1] !== '\n') return false;
  return state.blkIndent === 0 ? indent < 4 && state.level === 0 : indent < Math.min(state.blkIndent, 4);
}

/** Reads the block that begins behind the label, on the same line. */
function readRest(state: StateBlock, line: number, endLine: number, start: number): void {
  const [lineStart, shift, count] = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0];
  state.bMarks[line] = start;
  state.tShift[line] = 0;
  state.sCount[line] = 0;
  for (const rule of state.md.block.ruler.getRules('')) if (rule(state, line, endLine, false)) break;
  state.bMarks[line] = lineStart;
  state.tShift[line] = shift;
  state.sCount[line] = count;
}

/** Looks back over what the slide holds so far. */
function isInsideNotesOrBlock(state: StateBlock): boolean {
  let closed = 0;
  for (let index = state.tokens.length - 1; index >= 0; index--) {
    const token = state.tokens[index];
    if (token?.type === 'mark') return token.info === 'notes';
    if (token?.type === 'html_block' && /<section/i.test(token.content)) return false;
    if (token?.type === 'container_close') closed++;
    if (token?.type === 'container_open' && closed-- === 0) return true;
  }
  return false;
}
