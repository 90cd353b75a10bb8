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
const right = 'xXхХ✓✔√*vV';
/**
 * In a question a box left as text would give the answer away, so that each form is taken that can mean but one thing: `[ x]`, `[✓]`, `[*]`,
 * `(x)`, `☑`, a Cyrillic х, the space behind it forgotten, the words in a later block.
 */
const box = new RegExp(
  `^(?:\\[[\\s\u00a0_]*([${right}])?[\\s\u00a0_]*\\](?![([{])|\\(\\s?([xX])?\\s?\\)|([☑✅✔✓●◉■])|[☐◻□⬜○])\uFE0F?\\s*`,
  'u',
);

/** The box that a choice begins with, and the text behind it; undefined where there is none. */
export function readBox(text: string): { readonly isRight: boolean; readonly rest: string } | undefined {
  const found = box.exec(text);
  if (found === null) return undefined;
  const [typed, ...ticks] = found;
  return { isRight: ticks.some((tick) => tick !== undefined), rest: text.slice(typed.length) };
}

function readTask(text: string): ReturnType<typeof readBox> {
  const found = done.exec(text);
  return found === null ? undefined : { isRight: found[1] !== ' ', rest: text.slice(found[0].length) };
}

function readTasks(state: StateCore): void {
  const open: Token[] = [];
  state.tokens.forEach((token, index) => {
    if (token.nesting === -1) open.pop();
    const item = state.tokens[index - 2];
    const block = open.findLast(
      ({ info, type }) => type === 'container_open' && (info === 'question' || info === 'answer'),
    );
    if (token.type === 'inline' && item?.type === 'list_item_open') {
      const isQuestion = block?.info === 'question';
      const found = isQuestion ? readBox(token.content) : readTask(token.content);
      if (found !== undefined) {
        addMeta(item, isQuestion ? { choice: found.isRight ? 'right' : 'wrong' } : { task: found.isRight });
        token.content = found.rest;
      }
    }
    if (token.nesting === 1) open.push(token);
  });
}
