import type { Token } from 'markdown-it';
import type { TextFile } from '../model.js';
import type { ParseContext } from './parse-context.js';
import { ownEnd } from './raw-html.js';
import { placeOf } from './token.js';

/** Says where a file holds a NUL byte, which CommonMark replaces by a sign of its own. */
export function reportNul({ path, text }: TextFile, context: ParseContext): void {
  const at = text.indexOf('\0');
  if (at === -1) return;
  const lines = text.slice(0, at).split('\n');
  const place = { path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const cure = 'Delete it, or save the file as UTF-8 text.';
  context.report('error', 'nul-byte', place, 'The text holds a NUL byte.', cure);
}

/**
 * Says what reading takes away without a word, as CommonMark has it: slides behind a fence or a comment that is never closed, or
 * in an element that is not; and what is nested deeper than markdown-it follows (`limit` levels).
 */
export function reportSwallowed(tokens: readonly Token[], limit: number, context: ParseContext): void {
  for (const token of tokens) {
    if (token.type === 'fence') reportFence(token, context);
    else if (token.type === 'html_block') reportHtml(token, context);
  }
  const deep = tokens.find(({ nesting, level, tag }) => nesting === 1 && level >= limit - 1 && tag !== 'p');
  if (deep === undefined) return;
  const message = `Lists and quotations are nested more than ${limit} deep here; what lies deeper is left out.`;
  context.report('error', 'nesting', placeOf(deep), message, 'Nest less.');
}

function reportFence(token: Token, context: ParseContext): void {
  const isCut = token.meta?.leftOpen === true;
  const lines = token.content.replace(/[^\n]$/, '$&\n').split('\n').length;
  if (!isCut && (token.map === null || token.map[1] - token.map[0] !== lines)) return;
  const message = isCut
    ? 'The code block is never closed; it ends at the next separator, where its slide does.'
    : 'The code block is never closed and takes in all that follows on its slide.';
  const cure = 'Close it with a line that holds only the marks it opens with.';
  context.report('error', 'fence-unclosed', placeOf(token), message, cure);
}

function reportHtml(token: Token, context: ParseContext): void {
  const place = placeOf(token);
  const isCut = token.meta?.leftOpen === true;
  const own = ownEnd(token.content);
  if (own?.opening === '<!--' && (isCut || !token.content.includes('-->'))) {
    const end = isCut ? ' It ends at the next separator, where its slide does.' : '';
    context.report('error', 'comment-unclosed', place, `The comment is never closed.${end}`, 'Close it with `-->`.');
  } else if (isCut) {
    const message = 'The raw HTML that begins here is not closed before the next separator, and ends there.';
    const cure = 'Close each element on its slide, or put a blank line before the separator.';
    context.report('error', 'separator-in-html', place, message, cure);
  }
  reportMarkdownInHtml(token, context);
}

/** An HTML block reaches to the next blank line, and what an author meant as code or a list is plain text in it. */
function reportMarkdownInHtml(token: Token, context: ParseContext): void {
  if (ownEnd(token.content) !== undefined) return;
  const at = token.content.split('\n').findIndex((line) => /^ {0,3}(```|~~~)/.test(line));
  if (at === -1) return;
  const { path, line } = placeOf(token);
  const message = 'A code block begins here inside raw HTML, where Markdown is not read.';
  context.report('warning', 'markdown-in-html', { path, line: line + at }, message, 'Put a blank line above it.');
}
