import type { StateInline, Token } from 'markdown-it';
import { contextOf } from '../parse-context.js';
import { addMeta } from '../token.js';

/** Adds a formula that begins here in running text, with the mark it was typed behind. */
export function pushFormula(state: StateInline, tex: string, markup: string): Token {
  const token = state.push('math_inline', 'math', 0);
  token.content = tex;
  token.markup = markup;
  const place = contextOf(state.env)?.placeAt(state.src, state.pos);
  if (place !== undefined) addMeta(token, { place });
  return token;
}
