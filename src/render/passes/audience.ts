import { ownLang, wordsIn } from '../../language/words/words.js';
import { noteLeftOut } from '../left-out.js';
import { forget, mean } from '../meaning.js';
import type { Rendering } from '../rendering.js';
import { hasNotes, isNotes, notesOf, type Pass } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  isElement,
  remove,
  removeAttribute,
  removeClass,
  text,
  textContent,
} from '../tree.js';
import { isAnswer, rightLetters } from './answers.js';
import { trimBefore } from './marks.js';

/**
 * Leaves out what is not for the reader: absent from the file, not hidden in it. Answers go to the teacher's speaker notes; what the
 * room is shown of them in the end was taken out before.
 */
export const keepForAudience: Pass = ({ section }, rendering) => {
  leaveForLater(section);
  const { audience } = rendering.edition;
  const other = audience === 'teacher' ? 'student' : 'teacher';
  const dropped = elements(section).filter(
    (element) =>
      hasClass(element, other) ||
      (audience === 'student' && isAnswer(element)) ||
      (isNotes(element) && !hasNotes(rendering)),
  );
  const blanks = new Set(dropped.filter((element) => isCell(element) && !isWithColumn(element, dropped)));
  for (const element of dropped) {
    noteLeftOut(element, rendering);
    if (blanks.has(element)) {
      makeBlank(element);
      continue;
    }
    const parent = element.parentNode;
    remove(element);
    if (parent !== null && isElement(parent)) dropEmptied(parent, rendering);
  }
  if (audience === 'student') for (const choice of elements(section).filter(isChoice)) makeAlike(choice);
  for (const cite of audience === 'student' ? elements(section).filter(isChoicesCite) : []) {
    trimBefore(cite);
    remove(cite);
  }
  dropUnreferredFootnotes(section, rendering);
  if (!hasNotes(rendering)) {
    for (const element of [section, ...elements(section)]) removeAttribute(element, 'data-notes');
  }
  for (const answer of elements(section).filter(isAnswer)) {
    if (closest(answer, isNotes) === undefined) mean(answer, { isOfSlide: true });
    noteAnswer(section, answer, rendering);
  }
};

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

/** Whether the column goes with this cell: each of its cells is left out. */
function isWithColumn(cell: Element, dropped: readonly Element[]): boolean {
  const [row, table] = [cell.parentNode, closest(cell, ({ tagName }) => tagName === 'table')];
  if (row === null || !isElement(row) || table === undefined) return false;
  const column = childElements(row).indexOf(cell);
  return elements(table, 'tr').every((one) => {
    const other = childElements(one)[column];
    return other === undefined || dropped.includes(other);
  });
}

/** The place of a cell stays, since the next one would stand below another head. */
function makeBlank(cell: Element): void {
  cell.childNodes = [];
  cell.attrs = cell.attrs.filter(({ name }) => /^(?:style|colspan|rowspan)$/.test(name));
  forget(cell);
}

/** The slide that asks again has the answer, and so have its notes; here nothing tells which choices are right. */
function leaveForLater(section: Element): void {
  for (const question of elements(section).filter((one) => attribute(one, 'data-later') !== undefined)) {
    for (const answer of elements(question).filter(isAnswer)) remove(answer);
    for (const choice of elements(question).filter(isChoice)) removeClass(choice, 'right');
    removeAttribute(question, 'data-later');
  }
}

/** What holds words and has none left would show that some were there: an item, a term, whose definition goes with it. */
function dropEmptied(element: Element, rendering: Rendering): void {
  const parent = element.parentNode;
  const isEmpty = textContent(element).trim() === '' && elements(element).length === 0;
  if (parent === null || !isElement(parent) || !isEmpty || !emptied.test(element.tagName)) return;
  const definitions = element.tagName === 'dt' ? definitionsOf(element, parent) : [];
  for (const one of [element, ...definitions]) {
    noteLeftOut(one, rendering);
    remove(one);
  }
  dropEmptied(parent, rendering);
}

const emptied =
  /^(li|dt|dd|p|ul|ol|dl|blockquote|figure|figcaption|caption|h[1-6]|a|em|strong|span|b|i|u|mark|s|del|sub|sup)$/;

/** None where another term shares them. */
function definitionsOf(term: Element, list: Element): readonly Element[] {
  const all = childElements(list);
  const at = all.indexOf(term);
  if (all[at - 1]?.tagName === 'dt') return [];
  const below = all.slice(at + 1);
  const next = below.findIndex(({ tagName }) => tagName !== 'dd');
  return next < 0 ? below : below.slice(0, next);
}

/**
 * A footnote goes with the last place that refers to it: it may say what only the teacher is to know. A footnote may be all that
 * refers to another, so this goes on until nothing more is left out.
 */
function dropUnreferredFootnotes(section: Element, rendering: Rendering): void {
  const referred = new Set(elements(section, 'a').map((link) => attribute(link, 'href')));
  const unreferred = elements(section, 'ol')
    .filter((element) => hasClass(element, 'footnotes'))
    .flatMap((list) => elements(list, 'li'))
    .filter((note) => !referred.has(`#${attribute(note, 'id')}`) && attribute(note, 'id') !== undefined);
  for (const note of unreferred) {
    noteLeftOut(note, rendering);
    remove(note);
  }
  if (unreferred.length > 0) dropUnreferredFootnotes(section, rendering);
  for (const list of elements(section, 'ol')) {
    if (hasClass(list, 'footnotes') && elements(list, 'li').length === 0) remove(list);
  }
}

function isChoice(element: Element): boolean {
  return element.tagName === 'li' && hasClass(element, 'choice');
}

/** Choices differ in their words alone: an attribute that one has, whose word it is, or a way to come, would tell which is right. */
function makeAlike(choice: Element): void {
  choice.attrs = [{ name: 'class', value: 'choice' }];
  forget(choice);
  const telling = /^(id|title|value|cite|data-.*|aria-.*)$/;
  for (const inner of elements(choice)) {
    if (inner.tagName !== 'button') {
      inner.attrs = inner.attrs.filter(({ name }) => !telling.test(name));
      forget(inner);
    }
    removeClass(inner, 'official', 'assessment', 'contested', 'fragment');
  }
}

/** A wrong choice rests on no paragraph, so the mark of a choice would say that it is right. */
function isChoicesCite(element: Element): boolean {
  return hasClass(element, 'cite') && closest(element, (other) => hasClass(other, 'choice')) !== undefined;
}

function noteAnswer(section: Element, answer: Element, { deck }: Rendering): void {
  const question = closest(answer, (element) => hasClass(element, 'question'));
  const letters = question === undefined ? [] : rightLetters(question);
  const { lang } = deck.settings;
  const label = wordsIn(lang).answer;
  const said = letters.length === 0 ? label : `${label}: ${letters.join(', ')}`;
  removeAttribute(answer, 'data-answer');
  append(notesOf(section), create('p', {}, create('strong', ownLang(lang), text(said))), answer);
}
