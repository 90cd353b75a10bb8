import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { type Attributes, applyAttributes, readTrailingAttributes } from '../attributes.js';
import { balanceContainers } from '../balance-containers.js';
import { contextOf } from '../parse-context.js';
import { addMeta } from '../token.js';
import { endsEverything, isIndentedCode, lineText } from './margin.js';

/**
 * `::: name {attributes}` … `:::`, by Pandoc's rule: a fence with a word opens a block, a bare one closes the innermost, and the
 * number of colons does not matter. Lines are only marked here; which closes which is settled once all are known.
 */
export function container(md: MarkdownIt): void {
  md.block.ruler.before('table', 'container', markFence, endsEverything);
  md.core.ruler.after('block', 'container', pairFences);
}

function markFence(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const text = lineText(state, startLine);
  const fence = text.startsWith(':::') ? readFence(text) : undefined;
  if (fence === undefined) return false;
  if (silent) return true;
  const token = new state.Token(fence.opens ? 'container_open' : 'container_close', 'div', 0);
  token.block = true;
  token.markup = ':::';
  token.map = [startLine, startLine + 1];
  token.level = state.level;
  if (fence.opens) {
    token.info = fence.name;
    applyAttributes(token, fence.attributes);
    if (fence.leftOver !== '') addMeta(token, { leftOver: fence.leftOver });
  }
  state.tokens.push(token);
  state.line = startLine + 1;
  return true;
}

/** Blocks that are not for everybody. */
const keepers = ['answer', 'notes', 'teacher', 'student', 'likely-question'];

/** A line `:::`. */
export type Fence =
  | { readonly opens: false }
  | { readonly opens: true; readonly name: string; readonly attributes: Attributes; readonly leftOver: string };

/** Reads a line that begins with `:::`; undefined where it is none. */
export function readFence(text: string): Fence | undefined {
  const rest = text.replace(/^:+/, '').trim();
  if (/^[:\s]*$/.test(rest)) return { opens: false };
  const inside = rest.replace(/\s*:+$/, '');
  const trailing = readTrailingAttributes(inside);
  const words = (trailing?.before ?? inside).trim();
  const attributes = trailing?.attributes ?? [];
  if (words === '') return nameless(attributes);
  const [, name, leftOver = ''] = /^([\p{L}_][^\s{}]*)\s*(.*)$/u.exec(words) ?? [];
  return name === undefined ? undefined : { opens: true, name, attributes, leftOver };
}

/** Pandoc's other form, `::: {.columns}`: the first class is the name, or the one that says who may read the block. */
function nameless(attributes: Attributes): Fence {
  const keeping = attributes.findIndex(([name, value]) => name === 'class' && keepers.includes(value));
  const first = keeping === -1 ? attributes.findIndex(([name]) => name === 'class') : keeping;
  return {
    opens: true,
    name: attributes[first]?.[1] ?? '',
    attributes: attributes.filter((_, index) => index !== first),
    leftOver: '',
  };
}

function pairFences(state: StateCore): void {
  const isFence = (token: Token): boolean => token.type === 'container_open' || token.type === 'container_close';
  if (state.tokens.some(isFence)) state.tokens = balanceContainers(state.tokens, contextOf(state.env));
}
