import type { MarkdownIt, StateInline } from 'markdown-it';
import type { Sign } from '../dialects/sign.js';
import { signs } from '../dialects/signs.js';
import { contextOf } from '../parse-context.js';

/** The signs of other tools in running text, by the character at which each is noticed. */
const byCharacter = new Map<string, Sign[]>();
for (const sign of signs) {
  if (sign.text === undefined) continue;
  byCharacter.set(sign.text.at, [...(byCharacter.get(sign.text.at) ?? []), sign]);
}

/**
 * Notices marks of other tools, such as `==words==` and `\note{…}`, and leaves them as they are: text. It stands first in the chain,
 * where code spans, addresses and escaped signs have been passed over, so that nothing else is taken for one.
 */
export function foreignMarks(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'foreign_marks', notice);
}

function notice(state: StateInline, silent: boolean): boolean {
  const found = byCharacter.get(state.src[state.pos] ?? '');
  if (silent || found === undefined) return false;
  const context = contextOf(state.env);
  for (const sign of context === undefined ? [] : found) {
    const end = sign.text?.end(state.src, state.pos, state.posMax, state.env);
    if (end === undefined) continue;
    const start = sign.text?.start?.(state.src, state.pos) ?? state.pos;
    context?.notice(sign, state.src.slice(start, end), state.src, start);
    break;
  }
  return false;
}
