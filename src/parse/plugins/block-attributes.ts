import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import {
  type Attributes,
  applyAttributes,
  namesAudience,
  readAttributes,
  readTrailingAttributes,
} from '../attributes.js';
import { addMeta, closingIndex } from '../token.js';
import { endsEverything, isIndentedCode, lineText } from './margin.js';

/**
 * `{.class #id key=value}` at the end of a heading or paragraph, or on a line of its own after any block, which it then belongs
 * to. At the end of a list item's first paragraph it is the item's, at the end of a quotation the quotation's, at the end of a table's
 * row the row's.
 */
export function blockAttributes(md: MarkdownIt): void {
  md.block.ruler.before('table', 'attributes_line', markLine, endsEverything);
  md.core.ruler.before('inline', 'block_attributes', assignAttributes);
}

function markLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const text = lineText(state, startLine).trimEnd();
  const found = readAttributes(text, 0);
  if (found?.end !== text.length) return false;
  if (silent) return true;
  const before = state.tokens.at(-1);
  if (before === undefined || before.type === 'mark' || before.type === 'container_open' || before.nesting === 1)
    return false;
  const token = state.push('attributes_line', '', 0);
  token.map = [startLine, startLine + 1];
  addMeta(token, { attributes: found.attributes });
  state.line = startLine + 1;
  return true;
}

function assignAttributes(state: StateCore): void {
  const open: Token[] = [];
  const before: (Token | undefined)[] = [];
  state.tokens.forEach((token, index) => {
    if (token.nesting === -1) {
      const opening = open.pop();
      before.length = open.length + 1;
      before[open.length] = opening;
    } else if (token.nesting === 1) {
      open.push(token);
    } else if (token.type === 'attributes_line') {
      const target = before[open.length];
      if (target !== undefined) applyAttributes(target, token.meta?.attributes as Attributes);
    } else if (token.type === 'inline') {
      assignTrailing(token, open, state.tokens, index);
    } else if (token.type === 'mark') {
      before.length = 0;
    } else {
      before[open.length] = token;
    }
  });
  state.tokens = state.tokens.filter(({ type }) => type !== 'attributes_line');
}

/** A cell's citation is typed in it, where its mark stands. */
const cells = ['td_open', 'th_open'];
const carriers = ['paragraph_open', 'caption_open', 'dt_open', ...cells];

function assignTrailing(inline: Token, open: readonly Token[], tokens: readonly Token[], index: number): void {
  const block = open.at(-1);
  const isHeading = block?.type === 'heading_open';
  if (block === undefined || !(isHeading || carriers.includes(block.type))) return;
  const found = readTrailingAttributes(inline.content);
  if (found === undefined || !(isHeading ? /(^|[^)\]`])$/ : /\S\s+$/).test(found.before)) return;
  if (cells.includes(block.type) && found.attributes.some(([name]) => name === 'cite')) return;
  inline.content = isHeading ? found.before.replace(/\s+#*\s*$/, '') : found.before.trimEnd();
  const owner = isHeading
    ? block
    : (markedRow(found.attributes, open.at(-2)) ?? ownerOf(block, open.at(-2), tokens, index));
  applyAttributes(owner, found.attributes);
  if (block.type === 'dt_open') keepDefinitions(tokens, index, found.attributes);
}

/** What is said of a term is for whom the term is. */
function keepDefinitions(tokens: readonly Token[], term: number, attributes: Attributes): void {
  const audience = attributes.filter((attribute) => namesAudience([attribute]));
  for (let next = term + 2; tokens[next]?.type === 'dd_open'; next = closingIndex(tokens, next) + 1) {
    const definition = tokens[next];
    if (definition !== undefined) applyAttributes(definition, audience);
  }
}

/** The row that `{.total}` or `{.focus}` marks from any of its cells: a cell has no such mark. */
function markedRow(attributes: Attributes, parent: Token | undefined): Token | undefined {
  const marks = attributes.some(([name, value]) => name === 'class' && /(^|\s)(total|focus)(\s|$)/.test(value));
  return parent?.type === 'tr_open' && marks && !namesAudience(attributes) ? parent : undefined;
}

/** Whose attributes stand at the end of a paragraph: `index` is that of its text. */
function ownerOf(paragraph: Token, parent: Token | undefined, tokens: readonly Token[], index: number): Token {
  if (parent === undefined) return paragraph;
  if (parent.type === 'tr_open') return tokens[index + 2]?.type === 'tr_close' ? parent : paragraph;
  const isFirst = tokens[index - 2] === parent;
  const isLast = tokens[index + 2]?.nesting === -1;
  if (paragraph.type === 'caption_open' || (parent.type === 'list_item_open' && isFirst)) return parent;
  if (parent.type === 'dd_open' && paragraph.hidden) return parent;
  return parent.type === 'blockquote_open' && isLast ? parent : paragraph;
}
