import type { Token } from 'markdown-it';
import type { TextFile } from '../model.js';
import type { ParseContext } from './parse-context.js';
import { hasOwnEnd } from './raw-html.js';
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
  const lines = token.content.replace(/[^\n]$/, '$&\n').split('\n').length;
  if (token.map === null || token.map[1] - token.map[0] !== lines) return;
  const message = 'The code block is never closed and takes in all that follows.';
  const cure = 'Close it with a line that holds only the marks it opens with.';
  context.report('warning', 'fence-unclosed', placeOf(token), message, cure);
}

function reportHtml(token: Token, context: ParseContext): void {
  const place = placeOf(token);
  if (token.content.startsWith('<!--') && !token.content.includes('-->')) {
    context.report('error', 'comment-unclosed', place, 'The comment is never closed.', 'Close it with `-->`.');
  }
  const { literal } = context.separators;
  const at = token.content
    .split('\n')
    .findIndex((line) => (line === '---' && literal.slide) || (line === '----' && literal.stack));
  if (at === -1 || hasOwnEnd(token.content)) return;
  const message = 'This line stands inside raw HTML that is not closed, so it begins no slide.';
  const cure = 'Put a blank line above it.';
  context.report('warning', 'separator-in-html', { path: place.path, line: place.line + at }, message, cure);
}
