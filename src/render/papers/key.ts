import { claimsOfQuestion } from '../../evidence/questions.js';
import { serializeTree } from '../drawings.js';
import { escapeHtml } from '../escape-html.js';
import { passagesOf } from '../panel-passages.js';
import { mark, shortReference } from '../reference.js';
import type { Rendering } from '../rendering.js';
import { append, create, type Element, parse, text } from '../tree.js';
import { outline } from './article-blocks.js';
import { asideOf, noteList } from './note-list.js';
import { paperWords } from './paper-words.js';
import { taskSection } from './task-section.js';
import { keyTasks, type Task } from './tasks.js';

/** The same questions with what is right, the answer, and the words it rests on. */
export function keyPaper(rendering: Rendering): string | undefined {
  const notes = noteList();
  const tasks = keyTasks(rendering, notes);
  if (tasks.length === 0) return undefined;
  const sections = tasks.map((task) => {
    const section = taskSection(task, [], rendering);
    append(section, answerOf(task, rendering), ...evidenceOf(task, rendering), ...asideOf(notes.take(section)));
    return serializeTree(section, rendering);
  });
  return [`<h1>${escapeHtml(rendering.deck.title)}</h1>`, '<main>', ...sections, '</main>'].join('\n');
}

function answerOf({ answer, question }: Task, { deck }: Rendering): Element {
  const words = paperWords(deck.settings.lang);
  const blocks =
    answer.length > 0 || question.kind === 'choice' ? answer : [create('p', { class: 'absent' }, text(words.noAnswer))];
  if (blocks.length === 0) return create('div', { class: 'answer' });
  outline(blocks, 3);
  return create('div', { class: 'answer' }, create('h3', {}, text(words.answer)), ...blocks);
}

/** The paragraphs a question and its answer rest on, each with the words that were found there, or that the deck gives as its anchor. */
function evidenceOf({ question }: Task, rendering: Rendering): readonly Element[] {
  const { deck, evidence } = rendering;
  const claims = evidence === undefined ? [] : claimsOfQuestion(question, evidence);
  const found = claims.flatMap((claim) => claim.found);
  const texts = deck.settings.embedSources === true ? (evidence?.texts ?? []) : [];
  const { citations } = question;
  const passages = passagesOf({ text: '', citations, found }, texts, deck.settings.lang);
  const cited = citations.flatMap((citation) => {
    const isShown = passages.some(
      ({ source, paragraph }) => source === citation.key && mark(citation) === `¶${paragraph}`,
    );
    const words = citation.anchor === undefined ? '' : `<p>… <mark>${escapeHtml(citation.anchor)}</mark> …</p>`;
    return isShown && words === '' ? [] : [{ source: citation.key, at: mark(citation), html: words }];
  });
  const rows = [
    ...passages.map(({ source, paragraph, html }) => ({ source, at: `¶${paragraph ?? ''}`, html })),
    ...cited,
  ];
  return rows.length === 0 ? [] : [restsOn(rows, rendering)];
}

function restsOn(
  rows: readonly { readonly source: string; readonly at: string; readonly html: string }[],
  { deck }: Rendering,
): Element {
  const words = paperWords(deck.settings.lang);
  const unique = [...new Map(rows.map((row) => [`${row.source} ${row.at} ${row.html}`, row])).values()];
  const items = unique.map(({ source, at, html }) => {
    const name = deck.references.length > 1 ? `${shortReference(deck, source)} ${at}` : at;
    return `<li><b class="pm">${escapeHtml(name)}</b>${html === '' ? '' : `<blockquote>${html}</blockquote>`}</li>`;
  });
  const block = create('div', { class: 'rests' }, create('h3', {}, text(words.restsOn)));
  append(block, ...parse(`<ul>${items.join('')}</ul>`).childNodes);
  return block;
}
