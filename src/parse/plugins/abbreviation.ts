import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import { placeOf } from '../token.js';
import { isIndentedCode, lineText } from './margin.js';

/** `*[CFE]: Treaty on Conventional Armed Forces in Europe` defines an abbreviation; the line itself is not shown. */
export function abbreviation(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'abbreviation', markDefinition, { alt: ['paragraph', 'reference'] });
  md.core.ruler.after('block', 'abbreviation', takeDefinitions);
}

function markDefinition(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const [, short, long] = /^\*\[([^\]]+)\]:\s*(\S.*)$/.exec(lineText(state, startLine)) ?? [];
  if (short === undefined || long === undefined) return false;
  if (silent) return true;
  const token = state.push('abbreviation', '', 0);
  token.info = short.trim();
  token.content = long.trim();
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

function takeDefinitions(state: StateCore): void {
  const context = contextOf(state.env);
  state.tokens = state.tokens.filter((token) => {
    if (token.type !== 'abbreviation') return true;
    const { info: short, content: long } = token;
    const known = context?.abbreviations.find((one) => one.short === short);
    if (known === undefined) context?.abbreviations.push({ short, long, place: placeOf(token) });
    else if (known.long !== long) {
      const message = `${short} is already explained as "${known.long}" on line ${known.place.line}.`;
      context?.report('warning', 'abbreviation-twice', placeOf(token), message, 'Keep one of the two.');
    }
    return false;
  });
}
