import { escapeHtml } from '../../escape-html.js';
import { ownLangHtml, wordsIn } from '../../language/words/words.js';
import { serializeTree } from '../drawings.js';
import { shownTitle } from '../passes/typography.js';
import type { SlideDocument } from '../slide-document.js';
import { append, create, type Element } from '../tree.js';
import { blankRelations } from './blank-relations.js';
import { asideOf, noteList } from './note-list.js';
import { taskSection } from './task-section.js';
import { type Task, worksheetTasks } from './tasks.js';

/** Lines to write on, where the question does not say how many. */
const usualLines = { open: 4, instructed: 2 };

/** The questions with room to answer, and nothing of the answers; undefined where there is no question. */
export function writeWorksheet(rendering: SlideDocument): string | undefined {
  const notes = noteList(rendering.deck.settings.lang);
  const tasks = worksheetTasks(rendering, notes);
  if (tasks.length === 0) return undefined;
  const { lang } = rendering.deck.settings;
  const words = wordsIn(lang);
  const who = [words.name, words.group, words.date].map((name) => `<span${ownLangHtml(lang)}>${name}</span>`).join('');
  const sections = tasks.map((task) => {
    const isBlanked = blankRelations([...task.context, ...task.blocks], task.question.slide.diagrams, rendering);
    const hint = isBlanked && task.context.every(({ tagName }) => tagName !== 'p') ? [words.writeLines] : [];
    const section = taskSection(task, hint, rendering, { hasRoom: true });
    append(section, ...linesFor(task, isBlanked), ...asideOf(notes.take(section)));
    return serializeTree(section, rendering, { onPaper: true });
  });
  return [
    `<h1>${escapeHtml(shownTitle(rendering.deck))}</h1>`,
    `<p class="who">${who}</p>`,
    '<main>',
    ...sections,
    '</main>',
  ].join('\n');
}

function linesFor(task: Task, isBlanked: boolean): readonly Element[] {
  const count = linesToWrite(task, isBlanked);
  const line = (): Element => create('div', { class: 'rule' });
  return count === 0
    ? []
    : [create('div', { class: 'to-write', 'aria-hidden': 'true' }, ...Array.from({ length: count }, line))];
}

/** How many lines a question leaves: as many as it says, else as usual; none where the answer is written into its relations. */
export function linesToWrite({ question, context }: Task, isBlanked: boolean): number {
  const usual = question.kind === 'open' ? usualLines.open : context.length > 0 ? usualLines.instructed : 0;
  return question.lines === undefined ? (isBlanked ? 0 : usual) : Math.min(40, Number(question.lines) || 0);
}
