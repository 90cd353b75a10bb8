import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { applyAttributes, namesAudience, readAttributes } from '../attributes.js';
import { notesInPlace } from '../footnotes.js';

/**
 * `{.teacher}` right behind code, a formula, words that are emphasised, struck, raised or in raw HTML: only for that audience, as kramdown
 * and markdown-it-attrs have it. Other braces there stay text. The part gets a span around it that has the attributes.
 */
export function readerAttributes(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'reader_attributes', (state: StateCore) => {
    for (const token of state.tokens) if (token.children !== null) token.children = wrapped(token.children, state);
    for (const note of notesInPlace(state.env))
      if (note.tokens !== undefined) note.tokens = wrapped(note.tokens, state);
  });
}

const whole = ['code_inline', 'math_inline'];
const ends = ['em_close', 'strong_close', 's_close', 'sub_close', 'sup_close'];

function wrapped(children: readonly Token[], state: StateCore): Token[] {
  const made: Token[] = [];
  for (const token of children) {
    if (token.type === 'image' && token.children !== null) token.children = wrapped(token.children, state);
    const start = token.type === 'text' && token.content.startsWith('{') ? startOf(made) : undefined;
    const found = start === undefined ? undefined : readAttributes(token.content, 0);
    if (start === undefined || found === undefined || !namesAudience(found.attributes)) {
      made.push(token);
      continue;
    }
    const open = new state.Token('span_open', 'span', 1);
    applyAttributes(open, found.attributes);
    made.splice(start, 0, open);
    made.push(new state.Token('span_close', 'span', -1));
    token.content = token.content.slice(found.end);
    if (token.content !== '') made.push(token);
  }
  return made;
}

/** Where the element begins that `tokens` end with; undefined where they end with something else. */
function startOf(tokens: readonly Token[]): number | undefined {
  // Delimiters that came to nothing are empty texts.
  const end = tokens.findLastIndex(({ type, content }) => type !== 'text' || content !== '');
  const last = tokens[end];
  if (last === undefined) return undefined;
  if (whole.includes(last.type)) return end;
  if (ends.includes(last.type)) {
    const open = last.type.replace('_close', '_open');
    return tokens.findLastIndex(({ type, level }, index) => index < end && type === open && level === last.level);
  }
  const tag = last.type === 'html_inline' ? /^<\/([a-z][\w-]*)/i.exec(last.content)?.[1] : undefined;
  if (tag === undefined) return undefined;
  const begins = new RegExp(`^<${tag}\\b`, 'i');
  const start = tokens.findLastIndex(({ type, content }) => type === 'html_inline' && begins.test(content));
  return start === -1 ? undefined : start;
}
