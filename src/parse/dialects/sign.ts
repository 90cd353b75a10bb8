import type { Env, Token } from 'markdown-it';
import type { HtmlPiece } from '../html-pieces.js';

/** The tools whose Markdown is met in the wild; `others` is what several of them have. */
export type Dialect = 'marp' | 'slidev' | 'quarto' | 'pandoc' | 'obsidian' | 'remark' | 'deckset' | 'others';

/** A form of another tool that means nothing here. Each is said once a deck, at its first place. */
export interface Sign {
  readonly dialect: Dialect;
  /** What it is there, behind "is" in a message. */
  readonly what: string;
  /** What becomes of it here, behind "it". */
  readonly fate: string;
  /** What to write instead. */
  readonly cure: string;
  /** It is meant for the speaker, and would be read by the audience or lost: an error. */
  readonly isNote?: true;
  /** It is looked for only in decks that are plainly of its dialect. */
  readonly onlyThere?: true;
  /** It is a slip of our own Markdown and no other tool’s: each is said, under this rule. */
  readonly slip?: 'markup-slip' | 'include';
  /** Its presence says nothing of the deck's dialect. */
  readonly isCommon?: true;
  /** Looked for in running text where one of the characters stands; code, addresses and escaped signs are no text. */
  readonly text?: TextForm;
  /** Looked for in tokens: blocks, pictures, raw HTML. */
  readonly token?: TokenForm;
}

export interface TokenForm {
  /** The types of tokens it may be. */
  readonly on: readonly string[];
  /** The form as typed; undefined where the token is none. */
  readonly find: (token: Token, around: Around) => string | undefined;
}

/** The types of tokens that hold raw HTML. */
export const html = ['html_block', 'html_inline'] as const;

export interface TextForm {
  /** The character at which the form is noticed; one of those at which markdown-it stops in a text. */
  readonly at: string;
  /** The position behind the form that is noticed at `pos`; undefined where there is none. */
  readonly end: (text: string, pos: number, max: number, env: Env) => number | undefined;
  /** Where it begins, if not at that character. */
  readonly start?: (text: string, pos: number) => number;
}

/** What a sign in a token may look at beside it. */
export interface Around {
  /** Neighbours among the blocks; undefined beyond the slide's ends. */
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  /** Comments and opening tags in raw HTML; empty for other tokens. */
  readonly html: readonly HtmlPiece[];
  /** Whether no block but this one stands on its slide. */
  readonly isAlone: boolean;
}

/** A sign that was found. */
export interface Found {
  readonly sign: Sign;
  readonly typed: string;
  readonly place: { readonly path: string; readonly line: number; readonly column?: number };
}

/** The position behind `close` where a text between two marks begins at `pos`, without spaces inside the marks and on one line. */
export function endOfPair(text: string, pos: number, max: number, open: string, close: string): number | undefined {
  const start = pos + open.length;
  if (!text.startsWith(open, pos) || isSpace(text[start]) || isSpace(text[start + close.length - 1])) return undefined;
  const end = indexNear(text, close, start);
  if (end <= start || end + close.length > max || isSpace(text[end - 1])) return undefined;
  return text.slice(start, end).includes('\n') ? undefined : end + close.length;
}

/** No mark reaches further: the limit keeps a text full of openings from being searched over and over. */
const longest = 1000;

/** Where `mark` stands at or behind `from`, as near as a mark may be; -1 where it does not. */
export function indexNear(text: string, mark: string, from: number): number {
  const found = text.slice(from, from + longest).indexOf(mark);
  return found === -1 ? -1 : from + found;
}

export function isSpace(character: string | undefined): boolean {
  return character === undefined || character.trim() === '';
}

/** Whether a character may stand before a mark: nothing, a space, a bracket, but no letter or digit. */
export function isBoundary(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character);
}

/** The first word of a text, as long as letters go. */
export function lettersAt(text: string, pos: number): string {
  let end = pos;
  while (/[A-Za-z]/.test(text[end] ?? '')) end++;
  return text.slice(pos, end);
}

/** Whether the line on which `pos` stands begins there. */
export function isLineStart(text: string, pos: number): boolean {
  return pos === 0 || text[pos - 1] === '\n';
}
