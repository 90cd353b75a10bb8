import { minutesIn } from '../../language/words/words.js';
import { citationsOf } from '../meaning.js';
import type { Pass, SlideTree } from '../slide-tree.js';
import { append, childElements, create, type Element, elements, hasClass, insertBefore, text } from '../tree.js';

/**
 * What a question as a whole cites stands beside the slide's heading, its time before its task. The answer to a slide's only question
 * takes the place of the task.
 */
export const setQuestions: Pass = (tree, { deck }) => {
  const { section, slide, asked, isProse } = tree;
  const questions = elements(section).filter((element) => hasClass(element, 'question'));
  const heading = headingOf(section);
  for (const question of questions) {
    asked.push(...citationsOf(question));
    const cited = childElements(question).find((element) => hasClass(element, 'cite'));
    if (cited !== undefined && heading !== undefined) append(heading, cited);
  }
  if (slide.slide.layout !== 'question' || isProse) return;
  const task = taskOf(tree, deck.settings.lang);
  const [question] = questions;
  if (questions.length === 1 && question?.parentNode === section) laySteps(question, task, tree);
};

function headingOf(section: Element): Element | undefined {
  return childElements(section).find(({ tagName }) => /^h[1-6]$/.test(tagName));
}

/** What is to be done with the question, its time before it. */
function taskOf({ section, slide: { slide } }: SlideTree, lang: string): Element | undefined {
  const task = childElements(section).find(({ tagName }) => tagName === 'p');
  if (task === undefined || slide.minutes === undefined) return task;
  const row = create('div', { class: 'assignment' });
  insertBefore(row, task);
  append(row, create('b', { class: 'minutes' }, text(minutesIn(lang, slide.minutes))), task);
  return row;
}

/** Lays the answer over a task below the question: when the one is shown the other is done. */
function laySteps(question: Element, task: Element | undefined, { section }: SlideTree): void {
  const answer = childElements(question).find((one) => hasClass(one, 'answered') && !hasClass(one, 'unseen'));
  if (answer === undefined) return;
  const parts = childElements(section);
  const place = create('div', { class: 'then' });
  if (task !== undefined && parts.indexOf(task) > parts.indexOf(question)) {
    insertBefore(place, task);
    append(place, task);
  } else append(section, place);
  append(place, answer);
}
