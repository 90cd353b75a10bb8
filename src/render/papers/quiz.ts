import { fingerprint } from '../../evidence/fingerprint.js';
import { filled, wordsIn } from '../../language/words/words.js';
import type { Block, Diagnostic, ParagraphBlock, Place, Quiz, QuizQuestion } from '../../model.js';
import { looseBlocks } from '../blocks/loose-blocks.js';
import { shownTitle } from '../passes/typography.js';
import type { SlideDocument } from '../slide-document.js';
import { childElements, create, type Element, elements, hasClass, remove, replace, text, titleText } from '../tree.js';
import { blankRelations } from './blank-relations.js';
import { type NoteList, noteList } from './note-list.js';
import { questionEvidence } from './question-evidence.js';
import { placesToRead } from './task-section.js';
import { keyTasks, missQuestions, type Task, worksheetTasks } from './tasks.js';
import { linesToWrite } from './worksheet.js';

/** The questions of the key as data. `whole` and `students` are the texts that the key is written from. */
export function readQuiz(whole: SlideDocument, students: SlideDocument): Quiz {
  const notes = noteList(whole.deck.settings.lang);
  const questions = keyTasks(whole, students, notes).map((task) => readTask(task, notes, whole, true));
  const quiz = quizOf(questions, whole);
  return { ...quiz, diagnostics: [...missQuestions(students), ...quiz.questions.flatMap(troubleOf)] };
}

/** The questions of the worksheet as data, from what students get: what is right is not in them. */
export function readWorksheet(students: SlideDocument): Quiz {
  const notes = noteList(students.deck.settings.lang);
  const questions = worksheetTasks(students, notes).map((task) => readTask(task, notes, students, false));
  return quizOf(questions, students);
}

function quizOf(read: readonly QuizQuestion[], { deck }: SlideDocument): Quiz {
  const taken = new Set<string>();
  const questions = read.map((question): QuizQuestion => {
    let { id } = question;
    for (let number = 2; taken.has(id); number++) id = `${question.id}-${number}`;
    taken.add(id);
    return { ...question, id };
  });
  return { deck: deck.name, title: shownTitle(deck), lang: deck.settings.lang, questions, diagnostics: [] };
}

function readTask(task: Task, notes: NoteList, document: SlideDocument, isKey: boolean): QuizQuestion {
  const { question, number, title, about, context, minutes, cited, isAskedAgain } = task;
  const words = wordsIn(document.deck.settings.lang);
  const refs = elements(title, 'sup').filter((sup) => hasClass(sup, 'refs'));
  for (const ref of refs) remove(ref);
  const name = titleText(title);
  const isBlanked = blankRelations([...context, ...task.blocks], question.slide.diagrams, document, { asTable: true });
  const above = about === undefined ? [] : [create('p', {}, text(about))];
  const lead = create('p', {}, ...title.childNodes.slice(), ...refs);
  const said = create('div', {}, ...above, lead, ...context, ...task.blocks);
  for (const figure of elements(said, 'figure').filter((one) => hasClass(one, 'to-fill')))
    replace(figure, create('div', {}, ...childElements(figure)));
  const blocks = withNotes(said, notes, task, document);
  const { choices, rest } = partChoices(blocks);
  const titled = blocks[about === undefined ? 0 : 1];
  const right = choices.filter(({ isRight }) => isRight).length;
  const isSingle = right === 1 && (question.choose === undefined || question.choose === '1');
  const hasChoices = isKey ? right > 0 : choices.length > 0;
  const hint = question.choose === undefined || !hasChoices ? [] : [filled(words.choose, { n: question.choose })];
  const hints = [...hint, ...(isBlanked && context.every(({ tagName }) => tagName !== 'p') ? [words.writeLines] : [])];
  return {
    id: question.id ?? fingerprint(`${question.slide.id}\n${name}`),
    number,
    name,
    section: question.slide.section?.title ?? '',
    kind: !hasChoices ? 'open' : isKey && isSingle ? 'single' : 'multiple',
    asked: [...(hasChoices ? rest : blocks), ...hints.map((one) => paragraph(one, question.place))],
    ...(titled?.kind === 'paragraph' ? { title: titled } : {}),
    choices: hasChoices ? choices : [],
    answer: isKey ? withNotes(create('div', {}, ...task.answer), notes, task, document) : [],
    restsOn: isKey ? questionEvidence(question, document) : [],
    ...(minutes === undefined ? {} : { minutes }),
    lines: linesToWrite(task, isBlanked),
    read: placesToRead(cited, document),
    isAskedAgain,
    place: question.place,
  };
}

/** The blocks of an element, its footnotes as numbered paragraphs behind them. */
function withNotes(element: Element, notes: NoteList, { question }: Task, document: SlideDocument): readonly Block[] {
  const footnotes = notes.take(element).map((item) => {
    const number = elements(item, 'a').find((link) => hasClass(link, 'n'));
    const body = item.childNodes.filter((node) => node !== number);
    const sign = create('sup', {}, text(number === undefined ? '' : titleText(number)));
    return create('p', {}, sign, text(' '), ...body);
  });
  return looseBlocks([...element.childNodes, ...footnotes], question.slide, document);
}

/** The choices of all lists among the blocks, and what is left without them: an item without a box stays. */
function partChoices(blocks: readonly Block[]): {
  readonly choices: QuizQuestion['choices'];
  readonly rest: readonly Block[];
} {
  const lists = blocks.filter((block) => block.kind === 'list');
  const choices = lists
    .flatMap(({ items }) => items)
    .flatMap(({ choice, blocks: inside }) =>
      choice === undefined ? [] : [{ blocks: inside, isRight: choice === 'right' }],
    );
  const rest = blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'list') return [block];
    const items = block.items.filter(({ choice }) => choice === undefined);
    return items.length === 0 ? [] : [{ ...block, items }];
  });
  return { choices, rest };
}

function paragraph(words: string, place: Place): ParagraphBlock {
  return { kind: 'paragraph', place, claims: [], citations: [], classes: [], content: [{ kind: 'text', text: words }] };
}

/** Moodle gives the right choices of a question shares that make a hundred, none smaller than five. */
const mostRight = 20;

/** What a question becomes on a platform where it cannot be what it is in the deck. */
function troubleOf({ kind, asked, choices, place }: QuizQuestion): readonly Diagnostic[] {
  const say = (message: string, cure: string): Diagnostic => ({
    rule: 'quiz-question',
    severity: 'note',
    message,
    place,
    cure,
  });
  const right = choices.filter(({ isRight }) => isRight).length;
  const hasBoxes = asked.some(
    (block) => block.kind === 'list' && block.items.some(({ choice }) => choice !== undefined),
  );
  if (kind === 'open' && hasBoxes)
    return [
      say(
        'No choice of the question is right, so the quiz asks it as an open question that lists its choices.',
        'Mark those that are right: `- [x]`.',
      ),
    ];
  if (right > mostRight)
    return [
      say(
        `The question has ${right} right choices. Moodle shares a point among ${mostRight} at most, so the last ${right - mostRight} give nothing there.`,
        'Ask it in two questions.',
      ),
    ];
  return [];
}
