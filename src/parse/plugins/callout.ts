import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { calloutKinds } from '../../language/words/callout-kinds.js';
import type { Place } from '../../model.js';
import { addMeta, attributeOf, blockToken, closingIndex, placeOf } from '../token.js';

/**
 * A callout, what stands beside the argument: `::: callout-note` with a title as its first heading or in `title="…"`, as Quarto has it
 * (https://quarto.org/docs/authoring/callouts.html), and `> [!note] title`, as GitHub and Obsidian have it
 * (https://help.obsidian.md/callouts). Both become a container of that name, whose title is a paragraph of the class `callout-title`.
 */
export function callout(md: MarkdownIt): void {
  md.core.ruler.after('container', 'callout', readCallouts);
}

/** `[!note]`, `[!note|wide]`, `[!note]-` and a title behind it. */
const marker = /^\[!([\p{L}][\p{L}\p{N}_-]*)(?:\|[^\]\n]*)?\](?:[+-]|(?![([]))[ \t]*([^\n]*)(?:\n|$)/u;

function readCallouts({ tokens }: StateCore): void {
  for (let index = 0; index < tokens.length; index++) {
    const block = tokens[index];
    if (block?.type === 'blockquote_open') readQuotation(tokens, index);
    if (block?.type === 'container_open' && block.info.startsWith('callout-')) readContainer(tokens, index);
  }
}

/** Its first line says what it is, and may be all of its first paragraph. */
function readQuotation(tokens: Token[], index: number): void {
  const [open, paragraph, inline] = tokens.slice(index, index + 3);
  const found = paragraph?.type === 'paragraph_open' ? marker.exec(inline?.content ?? '') : null;
  const close = tokens[closingIndex(tokens, index)];
  if (open === undefined || close === undefined || inline === undefined || found === null) return;
  const [typed, kind = '', title = ''] = found;
  for (const [token, type] of [[open, 'container_open'] as const, [close, 'container_close'] as const])
    Object.assign(token, { type, tag: 'div', markup: ':::' });
  open.info = `callout-${kind.toLowerCase()}`;
  if (!Object.hasOwn(calloutKinds, kind.toLowerCase())) addMeta(open, { callout: `[!${kind}]` });
  const { path, line } = placeOf(inline);
  const head = title.trim() === '' ? [] : titleTokens(title.trim(), { path, line });
  inline.content = inline.content.slice(typed.length);
  for (const token of [paragraph, inline]) if (token !== undefined) addMeta(token, { place: { path, line: line + 1 } });
  tokens.splice(index + 1, inline.content.trim() === '' ? 3 : 0, ...head);
}

function readContainer(tokens: Token[], index: number): void {
  const [block, heading] = tokens.slice(index, index + 2);
  if (block === undefined) return;
  const title = attributeOf(block, 'title');
  block.attrs = block.attrs?.filter(([name]) => name !== 'title') ?? null;
  if (title !== undefined) {
    tokens.splice(index + 1, 0, ...titleTokens(title, placeOf(block)));
  } else if (heading?.type === 'heading_open') {
    const close = tokens[closingIndex(tokens, index + 1)];
    Object.assign(heading, { type: 'paragraph_open', tag: 'p', markup: '' });
    if (close !== undefined) Object.assign(close, { type: 'paragraph_close', tag: 'p', markup: '' });
    heading.attrJoin('class', 'callout-title');
  }
}

function titleTokens(title: string, place: Place): readonly Token[] {
  const open = blockToken('paragraph_open', 'p', 1, place);
  const inline = blockToken('inline', '', 0, place);
  open.attrJoin('class', 'callout-title');
  inline.content = title;
  inline.children = [];
  return [open, inline, blockToken('paragraph_close', 'p', -1, place)];
}
