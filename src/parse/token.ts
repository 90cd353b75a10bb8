import MarkdownIt, { type Token } from 'markdown-it';
import type { Place } from '../model/diagnostic.js';

/** Where a block token stands; every one has a place once the blocks are read. */
export function placeOf(token: Token): Place {
  return (token.meta as { place: Place }).place;
}

/** Adds to what a token knows, keeping what it knew. */
export function addMeta(token: Token, meta: Readonly<Record<string, unknown>>): void {
  token.meta = { ...token.meta, ...meta };
}

/** A block token that no rule of markdown-it made. */
export function blockToken(type: string, tag: string, nesting: -1 | 0 | 1, place: Place): Token {
  const token = new MarkdownIt.Token(type, tag, nesting);
  token.block = true;
  token.meta = { place };
  return token;
}

/** An attribute as text. */
export function attributeOf(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  return value === null ? undefined : String(value);
}

/** The words of a token's `class`. */
export function classesOf(token: Token): readonly string[] {
  const names = token.attrs === null ? undefined : attributeOf(token, 'class');
  return names === undefined ? [] : names.split(/\s+/).filter((name) => name !== '');
}

/** Sets every token's level anew, after tokens were moved. */
export function setLevels(tokens: readonly Token[]): void {
  let level = 0;
  for (const token of tokens) {
    if (token.nesting === -1) level--;
    token.level = level;
    if (token.nesting === 1) level++;
  }
}

/** The index of the token that closes the one opened at `start`. */
export function closingIndex(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

/** Every token, and inside `inline` tokens and images their children, in reading order. */
export function* eachToken(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if (token.children !== null) yield* eachToken(token.children);
  }
}
