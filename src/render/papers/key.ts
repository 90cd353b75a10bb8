import { escapeHtml } from '../../escape-html.js';
import { namedObjectives, objectivesOf } from '../../evidence/objectives.js';
import { ownLang, ownLangHtml, wordsIn } from '../../language/words/words.js';
import { serializeTree } from '../drawings.js';
import { passagesOf } from '../panel-passages.js';
import { shownTitle, typographic } from '../passes/typography.js';
import type { Rendered } from '../rendering.js';
import type { SlideDocument } from '../slide-document.js';
import { append, create, type Element, elements, parse, text } from '../tree.js';
import { outline } from './article-blocks.js';
import { asideOf, noteList } from './note-list.js';
import { leaveUncounted, setFigures } from './paper-figures.js';
import { questionEvidence } from './question-evidence.js';
import { taskSection } from './task-section.js';
import { keyTasks, type Task } from './tasks.js';

/** The questions that students get, with what is right, the answer, and the words it rests on; undefined where there is none. */
export function writeKey(rendering: SlideDocument, students: SlideDocument): string | undefined {
  const notes = noteList(rendering.deck.settings.lang);
  const tasks = keyTasks(rendering, students, notes);
  if (tasks.length === 0) return undefined;
  const sections = tasks.map((task) => {
    const section = taskSection(task, [], rendering, { hasRoom: false });
    append(section, answerOf(task, rendering), ...evidenceOf(task, rendering));
    append(section, ...asideOf(notes.take(section)));
    return serializeTree(section, rendering, { onPaper: true });
  });
  return [
    `<h1>${escapeHtml(shownTitle(rendering.deck))}</h1>`,
    ...objectivesList(tasks, rendering),
    '<main>',
    ...sections,
    '</main>',
  ].join('\n');
}

/** What each question is asked for, by its number. */
function objectivesList(tasks: readonly Task[], { deck, slides }: Rendered): readonly string[] {
  const { lang } = deck.settings;
  const items = objectivesOf(slides.map(({ slide }) => slide)).map((objective) => {
    const numbers = tasks.flatMap(({ question, number }) =>
      namedObjectives(question).includes(objective.id) ? [number] : [],
    );
    return `<li>${escapeHtml(typographic(objective.text, deck.settings))} <b>${numbers.join(', ')}</b></li>`;
  });
  if (items.length === 0) return [];
  const { objectives, questions } = wordsIn(lang);
  return [
    `<div class="aims"><p${ownLangHtml(lang)}><b>${objectives}</b> · ${questions}</p><ul>${items.join('')}</ul></div>`,
  ];
}

function answerOf({ answer, question }: Task, rendering: Rendered): Element {
  const { lang } = rendering.deck.settings;
  const words = wordsIn(lang);
  const blocks =
    answer.length > 0 || question.kind === 'choice'
      ? answer
      : [create('p', { class: 'absent', ...ownLang(lang) }, text(words.noAnswer))];
  if (blocks.length === 0) return create('div', { class: 'answer' });
  outline(blocks, 3);
  const body = create('div', { class: 'answer' }, create('h3', ownLang(lang), text(words.answer)), ...blocks);
  setFigures(body, question.slide.diagrams, rendering);
  for (const figure of elements(body, 'figure')) leaveUncounted(figure);
  return body;
}

/** The words a question and its answer rest on, a row a paragraph. A paragraph without words is named beside the question. */
function evidenceOf({ question }: Task, { deck, evidence }: Rendered): readonly Element[] {
  const { lang } = deck.settings;
  const texts = deck.settings.embedSources === true ? (evidence?.texts ?? []) : [];
  const rows = questionEvidence(question, { deck, evidence }).flatMap(({ mark, words, found }) => {
    const [passage] = passagesOf({ text: '', voice: '', citations: [], found }, texts, lang);
    const html = passage?.html ?? words.map((one) => `<p>… <mark>${escapeHtml(one)}</mark> …</p>`).join('');
    return html === '' ? [] : [`<li><b class="pm">${escapeHtml(mark)}</b><blockquote>${html}</blockquote></li>`];
  });
  if (rows.length === 0) return [];
  const block = create('div', { class: 'rests' }, create('h3', ownLang(lang), text(wordsIn(lang).restsOn)));
  append(block, ...parse(`<ul>${rows.join('')}</ul>`).childNodes);
  return [block];
}
