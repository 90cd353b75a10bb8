import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { setLevels } from '../token.js';

/** A paragraph that begins with `: ` right after a table is its caption, as in Pandoc; it moves into the table. */
export function tableCaption(md: MarkdownIt): void {
  md.core.ruler.before('block_attributes', 'table_caption', moveCaptions);
}

function moveCaptions(state: StateCore): void {
  const { tokens } = state;
  const isCaption = (index: number): boolean =>
    tokens[index]?.type === 'table_close' &&
    (tokens[index + 2]?.content ?? '').startsWith(': ') &&
    tokens[index + 1]?.type === 'paragraph_open';
  if (!tokens.some((_, index) => isCaption(index))) return;
  const moved: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    moved.push(token);
    if (!isCaption(index)) continue;
    const caption = tokens.slice(index + 1, index + 4);
    caption.forEach((one) => {
      one.type = one.type.replace('paragraph', 'caption');
      one.hidden = false;
      if (one.tag === 'p') one.tag = 'caption';
      if (one.type === 'inline') one.content = one.content.slice(2);
    });
    moved.splice(moved.findLastIndex(({ type }) => type === 'table_open') + 1, 0, ...caption);
    index += 3;
  }
  setLevels(moved);
  state.tokens = moved;
}
