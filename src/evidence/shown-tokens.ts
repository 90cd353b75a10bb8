import type { Token } from 'markdown-it';
import type { Audience } from '../model.js';
import { audienceOf } from '../parse/audience.js';
import { closingIndex } from '../parse/token.js';

/**
 * Every token of a text that an audience gets, those inside others among them, in reading order. A footnote goes with the last place
 * that refers to it. The passes of `render/` do the same to what is written; this is for what is said about it elsewhere.
 */
export function shownTokens(tokens: readonly Token[], audience: Audience): readonly Token[] {
  const end = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  if (end === -1) return [...walk(tokens, audience)];
  const notes = footnotesOf(tokens.slice(end));
  const shown = [...walk(tokens.slice(0, end), audience)];
  for (const { type, meta } of shown) {
    if (type !== 'footnote_ref') continue;
    shown.push(...walk(notes.get(meta?.id) ?? [], audience));
    notes.delete(meta?.id);
  }
  return shown;
}

function* walk(tokens: readonly Token[], audience: Audience): Generator<Token> {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if ((audienceOf(token) ?? audience) !== audience) {
      index = closingIndex(tokens, index);
      continue;
    }
    yield token;
    if (token.children !== null) yield* walk(token.children, audience);
  }
}

function footnotesOf(tokens: readonly Token[]): Map<unknown, readonly Token[]> {
  const notes = new Map<unknown, readonly Token[]>();
  for (const [index, { type, meta }] of tokens.entries())
    if (type === 'footnote_open') notes.set(meta?.id, tokens.slice(index + 1, closingIndex(tokens, index)));
  return notes;
}
