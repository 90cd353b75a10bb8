import type { Pass } from '../slide-tree.js';
import { append, attribute, childElements, create, elements, hasClass, insertBefore, text } from '../tree.js';

/**
 * What a question as a whole cites stands beside the slide's heading, its time before its task. In the teacher's edition a last
 * step shows which choices are right.
 */
export const setQuestions: Pass = ({ section, slide, asked }, { edition }) => {
  const { layout, minutes } = slide.slide;
  const questions = elements(section).filter((element) => hasClass(element, 'question'));
  const heading = childElements(section).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  for (const question of questions) {
    asked.set(question, attribute(question, 'data-cites') ?? '');
    const cited = childElements(question).find((element) => hasClass(element, 'cite'));
    if (cited !== undefined && heading !== undefined) append(heading, cited);
    const known = elements(question, 'li').some((item) => hasClass(item, 'right'));
    if (edition.audience === 'teacher' && known) {
      append(question, create('i', { class: 'fragment step', 'aria-hidden': 'true' }));
    }
  }
  if (layout !== 'question' || minutes === undefined) return;
  const time = create('b', { class: 'minutes' }, text(`${minutes}\u00A0min`));
  const task = childElements(section).find(({ tagName }) => tagName === 'p');
  if (task === undefined) return;
  const row = create('div', { class: 'assignment' });
  insertBefore(row, task);
  append(row, time, task);
};
