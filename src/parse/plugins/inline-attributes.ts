import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { applyAttributes, readAttributes } from '../attributes.js';

/** `{.class #id key=value}` right behind an image, a link or code, without a space; behind an image that stands alone also after one. */
export function inlineAttributes(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'inline_attributes', readInlineAttributes);
  md.core.ruler.after('inline', 'image_attributes', passToLoneImages);
}

function readInlineAttributes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== '{' || state.pending !== '') return false;
  const target = elementBefore(state.tokens);
  const found = target === undefined ? undefined : readAttributes(state.src, state.pos);
  if (target === undefined || found === undefined) return false;
  applyAttributes(target, found.attributes);
  state.pos = found.end;
  return true;
}

function elementBefore(tokens: readonly Token[]): Token | undefined {
  const last = tokens.at(-1);
  if (last?.type === 'image' || last?.type === 'code_inline') return last;
  if (last?.type !== 'link_close') return undefined;
  return tokens.findLast(({ type, level }) => type === 'link_open' && level === last.level);
}

/** The attributes a paragraph was given say what its only image is for. */
function passToLoneImages(state: StateCore): void {
  state.tokens.forEach((inline, index) => {
    const paragraph = state.tokens[index - 1];
    const [image, ...others] = inline.children ?? [];
    if (paragraph?.type !== 'paragraph_open' || paragraph.attrs === null) return;
    if (image?.type !== 'image' || others.length > 0) return;
    applyAttributes(
      image,
      paragraph.attrs.map(([name, value]) => [name, String(value)]),
    );
    paragraph.attrs = null;
  });
}
