import type { Token } from 'markdown-it';
import { readBox } from './plugins/task.js';
import { wrapping } from './slide-parts.js';
import { addMeta, closingIndex, placeOf, setLevels } from './token.js';

/**
 * On a slide with `layout=question` a list with boxes is a question, though no `::: question` says so: its ticks are the answer, and
 * would be seen by students. What stands in a question or an answer already is left alone, and so is a list without boxes.
 */
export function boxesAsQuestions(tokens: readonly Token[]): readonly Token[] {
  const all: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const end = closingIndex(tokens, index);
    const isQuestion = token.type === 'container_open' && ['question', 'answer'].includes(token.info);
    const isList = token.type === 'bullet_list_open' || token.type === 'ordered_list_open';
    const whole = tokens.slice(index, end + 1);
    if (isQuestion || (isList && takeBoxes(whole))) {
      const [open, close] = wrapping('question', placeOf(token));
      all.push(...(isQuestion ? whole : [open, ...whole, close]));
      index = end;
    } else all.push(token);
  }
  setLevels(all);
  return all;
}

/** Makes choices of a list's items that have boxes; whether one has. */
function takeBoxes(list: readonly Token[]): boolean {
  let found = false;
  list.forEach((item, index) => {
    if (item.type !== 'list_item_open') return;
    const { task } = item.meta ?? {};
    const words = list[index + 2]?.children?.[0];
    const box = typeof task === 'boolean' || words?.type !== 'text' ? undefined : readBox(words.content);
    if (typeof task !== 'boolean' && box === undefined) return;
    found = true;
    if (words !== undefined && box !== undefined) words.content = box.rest;
    const isRight = box?.isRight ?? task === true;
    addMeta(item, { choice: isRight ? 'right' : 'wrong', task: undefined });
  });
  return found;
}
