import { ownLang, wordsIn } from '../../language/words/words.js';
import { isNotes, type Pass } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  closest,
  copied,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  removeAttribute,
  type SeenElement,
  text,
} from '../tree.js';

/**
 * In the teacher's edition a question ends in a step of its own that shows which choices are right, and the answer's words. They
 * are in the speaker's notes too, to be read before. One that is asked again later answers only then. What a choice question without words says in that step is for screen readers.
 */
export const showAnswers: Pass = ({ section, isProse }, { edition, deck }) => {
  if (edition.audience !== 'teacher' || isProse) return;
  const isQuestion = (element: Element): boolean => hasClass(element, 'question');
  for (const question of elements(section).filter(isQuestion)) {
    if (closest(question, (one) => isNotes(one) || isQuestion(one)) !== undefined) continue;
    if (attribute(question, 'data-later') !== undefined) continue;
    const answers = elements(question).filter((one) => isAnswer(one) && closest(one, isAnswer) === undefined);
    const words = answers.filter((one) => childElements(one).length > 0);
    const said = labelOf(question, deck.settings.lang);
    if (words.length === 0 && rightLetters(question).length === 0) continue;
    const shown = words.map((answer) => shownWords(answer));
    append(
      question,
      create('div', { class: shown.length > 0 ? 'answered fragment' : 'answered unseen fragment' }, said, ...shown),
    );
  }
};

export function isAnswer(element: SeenElement): boolean {
  return attribute(element, 'data-answer') !== undefined;
}

/** The letters of a question's right choices, as they stand beside them; none for students. */
export function rightLetters(question: Element): readonly string[] {
  const choices = elements(question, 'li').filter((item) => hasClass(item, 'choice'));
  return choices.flatMap((item, position) => (hasClass(item, 'right') ? [String.fromCodePoint(65 + position)] : []));
}

function labelOf(question: Element, lang: string): Element {
  const letters = rightLetters(question);
  const said = text(wordsIn(lang).answer);
  if (letters.length === 0) return create('p', { class: 'label', ...ownLang(lang) }, said);
  return create('p', { class: 'label', ...ownLang(lang) }, said, text(' '), create('b', {}, text(letters.join(', '))));
}

/** Takes an answer's words onto the slide and leaves a copy, without ids, for the notes. */
function shownWords(answer: Element): Element {
  const copy = copied(answer);
  for (const one of [copy, ...elements(copy)]) removeAttribute(one, 'id');
  insertBefore(copy, answer);
  for (const one of [answer, ...elements(answer)]) removeAttribute(one, 'data-answer');
  return answer;
}
