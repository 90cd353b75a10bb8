import { claimsOfQuestion } from '../../evidence/questions.js';
import type { Citation } from '../../model.js';
import { serializeSlide } from '../drawings.js';
import { escapeHtml } from '../escape-html.js';
import { passagesOf } from '../panel-passages.js';
import { mark, shortReference } from '../reference.js';
import type { Rendering } from '../rendering.js';
import { append, create, type Element, elements, hasClass, insertBefore, parse, text, textContent } from '../tree.js';
import { outline } from './article-blocks.js';
import { blankRelations } from './blank-relations.js';
import { asideOf, noteList } from './note-list.js';
import { leaveUncounted, setFigures } from './paper-figures.js';
import { paperWords } from './paper-words.js';
import { keyTasks, type Task, worksheetTasks } from './tasks.js';

/** Lines to write on, where the question does not say how many. */
const usualLines = { open: 4, instructed: 2 };

/** The questions with room to answer, and nothing of the answers; undefined where there is no question. */
export function worksheetBody(rendering: Rendering): string | undefined {
  const notes = noteList();
  const tasks = worksheetTasks(rendering, notes);
  if (tasks.length === 0) return undefined;
  const words = paperWords(rendering.deck.settings.lang);
  const who = [words.name, words.group, words.date].map((name) => `<span>${name}</span>`).join('');
  const sections = tasks.map((task) => {
    const isBlanked = blankRelations([...task.context, ...task.blocks], task.question.slide.diagrams, rendering);
    const hint = isBlanked && task.context.every(({ tagName }) => tagName !== 'p') ? [words.writeLines] : [];
    const section = sectionOf(task, hint, rendering);
    append(section, ...linesFor(task, isBlanked), ...asideOf(notes.take(section)));
    return serializeSlide(section, rendering);
  });
  return [title(rendering), `<p class="who">${who}</p>`, '<main>', ...sections, '</main>'].join('\n');
}

/** The same questions with what is right, the answer, and the words it rests on. */
export function keyBody(rendering: Rendering): string | undefined {
  const notes = noteList();
  const tasks = keyTasks(rendering, notes);
  if (tasks.length === 0) return undefined;
  const sections = tasks.map((task) => {
    const section = sectionOf(task, [], rendering);
    append(section, answerOf(task, rendering), ...evidenceOf(task, rendering), ...asideOf(notes.take(section)));
    return serializeSlide(section, rendering);
  });
  return [title(rendering), '<main>', ...sections, '</main>'].join('\n');
}

function title({ deck }: Rendering): string {
  return `<h1>${escapeHtml(deck.title)}</h1>`;
}

function sectionOf(task: Task, hints: readonly string[], rendering: Rendering): Element {
  const { id, number, context, blocks, question, about } = task;
  const words = paperWords(rendering.deck.settings.lang);
  const said = context.filter(({ tagName }) => tagName === 'p');
  const shown = context.filter(({ tagName }) => tagName !== 'p');
  const choose = question.choose === undefined ? [] : [words.choose.replace('{n}', question.choose)];
  const body = create(
    'div',
    { class: 'body' },
    ...said,
    ...[...choose, ...hints].map((hint) => create('p', { class: 'hint' }, text(hint))),
    ...shown,
    ...blocks,
  );
  outline(
    [...body.childNodes].filter((node): node is Element => 'tagName' in node),
    2,
  );
  setFigures(body, question.slide.diagrams, rendering);
  for (const figure of elements(body, 'figure')) leaveUncounted(figure);
  setChoices(body, words.right);
  const heading = create(
    'h2',
    {},
    create('span', { class: 'no' }, text(String(number))),
    text(' '),
    ...task.title.childNodes.slice(),
  );
  const label = textContent(heading).replace(/\s+/g, ' ').trim();
  return create(
    'section',
    { id, class: `task ${question.kind}`, 'data-bookmark': label, 'data-depth': '1' },
    create('div', { class: 'ask' }, heading, timeAndPlace(task, rendering)),
    ...(about === undefined ? [] : [create('p', { class: 'about' }, text(about))]),
    body,
  );
}

function timeAndPlace({ minutes, cited }: Task, rendering: Rendering): Element {
  const words = paperWords(rendering.deck.settings.lang);
  const read = placesOf(cited, rendering);
  return create(
    'p',
    { class: 'time' },
    ...(minutes === undefined ? [] : [create('span', {}, text(words.minutes.replace('{n}', String(minutes))))]),
    ...(read === '' ? [] : [text(' '), create('b', { class: 'pm' }, text(`${words.read} ${read}`))]),
  );
}

/** "¶5, ¶7"; with the sources' names where there are several. */
function placesOf(citations: readonly Citation[], { deck }: Rendering): string {
  const keys = [...new Set(citations.map(({ key }) => key))];
  const places = keys.map((key) => {
    const marks = new Set(citations.filter((citation) => citation.key === key).map(mark));
    return [...(deck.references.length > 1 ? [shortReference(deck, key)] : []), [...marks].join(', ')].join(' ');
  });
  return places.join('; ');
}

/** Boxes to tick; where the tree knows what is right they are ticked, and say so in a word. */
function setChoices(body: Element, right: string): void {
  for (const list of [...elements(body, 'ul'), ...elements(body, 'ol')]) {
    const items = elements(list, 'li').filter((item) => item.parentNode === list && hasClass(item, 'choice'));
    if (items.length > 0) list.attrs = [{ name: 'class', value: 'choices' }];
    for (const item of items) {
      const [first] = item.childNodes;
      const box = create('span', { class: 'box', 'aria-hidden': 'true' });
      if (first === undefined) append(item, box);
      else insertBefore(box, first);
      if (hasClass(item, 'right')) append(item, text(' '), create('strong', { class: 'verdict' }, text(right)));
    }
  }
}

function linesFor({ question, context }: Task, isBlanked: boolean): readonly Element[] {
  const usual = question.kind === 'open' ? usualLines.open : context.length > 0 ? usualLines.instructed : 0;
  const count = question.lines === undefined ? (isBlanked ? 0 : usual) : Math.min(40, Number(question.lines) || 0);
  const line = (): Element => create('div', { class: 'rule' });
  return count === 0
    ? []
    : [create('div', { class: 'lines', 'aria-hidden': 'true' }, ...Array.from({ length: count }, line))];
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
