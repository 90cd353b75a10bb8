import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { addMeta } from '../token.js';

/**
 * `- [x]` and `- [ ]`: in a question's list an answer that is right or wrong, elsewhere a task that is done or not. Kept as
 * what it means, not as an attribute: who may see it is settled when the slide is written for somebody.
 */
export function task(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'task', readTasks);
}

/** GitHub's form, its words behind a space. */
const done = /^\[([ xX])\]\s+(?=\S)/;
/** In a question also where the space is forgotten or the words come in a later block: a box left as text would give the answer away. */
export const choice = /^\[([ xX])\](?![([{])\s*/;

function readTasks(state: StateCore): void {
  const open: Token[] = [];
  state.tokens.forEach((token, index) => {
    if (token.nesting === -1) open.pop();
    const item = state.tokens[index - 2];
    const block = open.findLast(
      ({ info, type }) => type === 'container_open' && (info === 'question' || info === 'answer'),
    );
    const form = block?.info === 'question' ? choice : done;
    const box = token.type === 'inline' && item?.type === 'list_item_open' ? form.exec(token.content) : null;
    if (item !== undefined && box !== null) {
      const checked = box[1] !== ' ';
      addMeta(item, block?.info === 'question' ? { choice: checked ? 'right' : 'wrong' } : { task: checked });
      token.content = token.content.slice(box[0].length);
    }
    if (token.nesting === 1) open.push(token);
  });
}
