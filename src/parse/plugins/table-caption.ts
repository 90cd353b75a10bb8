import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { setLevels } from '../token.js';

/**
 * A paragraph that begins with `: ` or `Table: ` right behind a table is its caption, as in Pandoc, and so is one with `Table: ` right
 * above a table; it moves into the table.
 */
export function tableCaption(md: MarkdownIt): void {
  md.core.ruler.before('block_attributes', 'table_caption', moveCaptions);
}

const below = /^(?:[Tt]able)?:[ \t]+/;
const above = /^[Tt]able:[ \t]+/;

function moveCaptions(state: StateCore): void {
  const { tokens } = state;
  const isCaption = (index: number, form: RegExp): boolean =>
    tokens[index]?.type === 'paragraph_open' && form.test(tokens[index + 1]?.content ?? '');
  const moved: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isAbove = isCaption(index, above) && tokens[index + 3]?.type === 'table_open';
    if (isAbove) {
      const table = tokens[index + 3] as Token;
      moved.push(table, ...captionOf(tokens.slice(index, index + 3)));
      index += 3;
      continue;
    }
    moved.push(token);
    if (token.type !== 'table_close' || !isCaption(index + 1, below)) continue;
    const start = moved.findLastIndex(({ type, level }) => type === 'table_open' && level === token.level);
    const hasOne = moved[start + 1]?.type === 'caption_open';
    if (hasOne) continue;
    moved.splice(start + 1, 0, ...captionOf(tokens.slice(index + 1, index + 4)));
    index += 3;
  }
  if (moved.length === tokens.length && moved.every((token, index) => token === tokens[index])) return;
  setLevels(moved);
  state.tokens = moved;
}

function captionOf(paragraph: readonly Token[]): readonly Token[] {
  for (const token of paragraph) {
    token.type = token.type.replace('paragraph', 'caption');
    token.hidden = false;
    if (token.tag === 'p') token.tag = 'caption';
    if (token.type === 'inline') token.content = token.content.replace(below, '');
  }
  return paragraph;
}
