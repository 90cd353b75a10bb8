import type { MarkdownIt } from 'markdown-it';
import { readBlocks, setPlaces } from '../block-reader.js';
import { contextOf } from '../parse-context.js';

/** Reads a deck piece by piece and file by file, and text that is no deck as markdown-it does; either way blocks have places. */
export function blocks(md: MarkdownIt): void {
  md.core.ruler.at('block', (state) => {
    const context = contextOf(state.env);
    if (context !== undefined) {
      state.tokens = readBlocks(md, state.env, context);
      return;
    }
    md.block.parse(state.src, md, state.env, state.tokens);
    setPlaces(state.tokens, '', 1);
  });
  md.core.ruler.at('inline', (state) => {
    const context = contextOf(state.env);
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue;
      context?.enter(token);
      token.children = [];
      md.inline.parse(token.content, md, state.env, token.children);
    }
  });
}
