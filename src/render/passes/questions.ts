import type { Pass } from '../slide-tree.js';
import { append, childElements, create, elements, hasClass, insertBefore, text } from '../tree.js';

/**
 * A question's time stands before its task; in the teacher's edition a last step, which nobody sees coming, shows which
 * choices are right.
 */
export const setQuestions: Pass = ({ section, slide }, { edition }) => {
  const { layout, minutes } = slide.slide;
  const questions = elements(section).filter((element) => hasClass(element, 'question'));
  for (const question of questions) {
    const known = elements(question, 'li').some((item) => hasClass(item, 'right'));
    if (edition.audience === 'teacher' && known) {
      append(question, create('i', { class: 'fragment step', 'aria-hidden': 'true' }));
    }
  }
  if (layout !== 'question' || minutes === undefined) return;
  const time = create('b', { class: 'minutes' }, text(`${minutes}\u00A0min`));
  const task = childElements(section).find(({ tagName }) => tagName === 'p');
  if (task === undefined) return;
  const row = create('div', { class: 'task' });
  insertBefore(row, task);
  append(row, time, task);
};
