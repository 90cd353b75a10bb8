import { citationTexts } from '../../evidence/claim-id.js';
import { type Question, questionsOf } from '../../evidence/questions.js';
import type { Citation, Place } from '../../model.js';
import { type EditionSlide, slidesOf } from '../edition.js';
import { trimBefore } from '../passes/marks.js';
import type { Rendering } from '../rendering.js';
import { isNotes, type SlideTree } from '../slide-tree.js';
import {
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  remove,
  text,
  textContent,
} from '../tree.js';
import { flattened } from './article-blocks.js';
import type { NoteList } from './note-list.js';
import { paperTree, proseTree, wholeProse, wholeTree } from './paper-tree.js';
import { takeNotes } from './take-notes.js';

/** A question as a worksheet and its key set it. */
export interface Task {
  readonly question: Question;
  /** From 1, the same on the worksheet and in the key. */
  readonly number: number;
  readonly id: string;
  /** What is asked, without its own element. */
  readonly title: Element;
  /** The slide's heading, where the question has words of its own and stands on a slide about something else. */
  readonly about?: string;
  /** What stands on the question's slide beside it. */
  readonly context: readonly Element[];
  /** What stands in it, its answer left out. */
  readonly blocks: readonly Element[];
  /** Empty on the worksheet. */
  readonly answer: readonly Element[];
  /** What it cites where its reader can see it. */
  readonly cited: readonly Citation[];
  readonly minutes?: number;
  /** Another slide asks it again: there are two votes to write down. */
  readonly isAskedAgain: boolean;
}

/** The questions that students get, as their worksheet has them. */
export function worksheetTasks(rendering: Rendering, notes: NoteList): readonly Task[] {
  return numbered(rendering.slides.flatMap((slide) => tasksOf(slide, rendering, notes, [paperTree, proseTree])));
}

/** The same questions with their answers. A question that only the teacher has is on no worksheet, so it is in no key. */
export function keyTasks(rendering: Rendering, notes: NoteList): readonly Task[] {
  const edition = { ...rendering.edition, audience: 'student' as const };
  const slides = slidesOf(rendering.deck, edition);
  const gathered = {
    diagnostics: [],
    assets: new Map(),
    spelledOut: new Set<string>(),
    leftOut: new Set<string>(),
    leftOutNames: new Set<string>(),
    absentNames: new Set<string>(),
  };
  const asked = worksheetTasks({ ...rendering, ...gathered, edition, slides }, notes);
  const isAsked = ({ question }: Task): boolean => asked.some((task) => task.question.place === question.place);
  const tasks = slides.flatMap((slide) => tasksOf(slide, rendering, notes, [wholeTree, wholeProse]));
  return numbered(tasks.filter(isAsked));
}

type Planting = (slide: EditionSlide, rendering: Rendering) => SlideTree;

/** Says that there is no paper without questions: an empty one helps nobody. Decks of other tools know nothing of questions. */
export function missQuestions({ deck, diagnostics, edition: { cut } }: Rendering): undefined {
  if (!deck.settings.ours) return;
  const length = cut === undefined ? '' : ` of ${cut} minutes`;
  diagnostics.push({
    rule: 'no-questions',
    severity: 'note',
    message: `No question is left in the students' version${length}, so neither worksheet.pdf nor key.pdf is made.`,
    place: { path: deck.path, line: 1 },
    cure: 'Ask one: `::: question`, with `- [x]` and `- [ ]` or open.',
  });
}

function numbered(tasks: readonly Omit<Task, 'number'>[]): readonly Task[] {
  return tasks.map((task, index) => ({ ...task, number: index + 1, id: task.id || `question-${index + 1}` }));
}

/** The questions of a slide, then those of its handout prose. */
function tasksOf(
  slide: EditionSlide,
  rendering: Rendering,
  notes: NoteList,
  plantings: readonly [Planting, Planting],
): readonly Task[] {
  const numbers = rendering.slides.map((one) => one.slide.number);
  const questions = questionsOf(slide.slide).filter(
    ({ firstOn }) => firstOn === undefined || !numbers.includes(firstOn),
  );
  if (questions.length === 0) return [];
  return plantings.flatMap((plant, index) => {
    const tree = plant(slide, rendering);
    const isBlock = (element: Element): boolean => hasClass(element, 'question');
    const blocks = elements(tree.section).filter(
      (element) => isBlock(element) && closest(element, (one) => isBlock(one) || isNotes(one)) === undefined,
    );
    const found = blocks.flatMap((element) => {
      const question = questions.find(({ place }) => isAt(place, tree.placeOf(element)));
      return question === undefined ? [] : [{ element, question, cited: citedIn(element, question) }];
    });
    for (const cite of elements(tree.section).filter((element) => hasClass(element, 'cite'))) {
      trimBefore(cite);
      remove(cite);
    }
    notes.add(takeNotes(tree, rendering));
    for (const { element } of found) remove(element);
    const isOfQuestions = index === 0 && slide.slide.layout === 'question';
    return found.map(({ element, question, cited }, position) => ({
      ...taskOf(question, element, cited, isOfQuestions && position === 0 ? tree.section : undefined),
      isAskedAgain: question.againOn !== undefined && numbers.includes(question.againOn),
    }));
  });
}

function isAt(one: Place, other: Place): boolean {
  return one.path === other.path && one.line === other.line;
}

/** Where the reader is sent. An answer that is not in the tree sends nobody anywhere. */
function citedIn(element: Element, { citations }: Question): readonly Citation[] {
  const texts = elements(element).flatMap((one) => (attribute(one, 'data-cites') ?? '').split('\n'));
  return citations.filter((citation) => citationTexts([citation]).some((one) => texts.includes(one)));
}

/** `around` is the rest of a question slide: it asks, and says what to do. */
function taskOf(
  question: Question,
  element: Element,
  cited: readonly Citation[],
  around: Element | undefined,
): Omit<Task, 'isAskedAgain'> {
  const { slide } = question;
  for (const one of around === undefined ? [] : childElements(around).filter(isNotes)) remove(one);
  const answers = elements(element).filter((one) => hasClass(one, 'answer'));
  for (const one of answers) remove(one);
  const beside = around === undefined ? [] : flattened(around);
  const heading = beside.find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const blocks = flattened(element);
  const [first] = blocks;
  const asks = first !== undefined && /^(p|h[1-6])$/.test(first.tagName) ? first : undefined;
  const isAsked = asks !== undefined && isQuestion(asks) && (heading === undefined || !isQuestion(heading));
  const title = (isAsked ? asks : heading) ?? asks ?? create('p', {}, text(slide.title));
  const minutes = Number(question.minutes ?? (questionsOf(slide).length === 1 ? slide.minutes : undefined));
  return {
    question,
    number: 0,
    id: attribute(element, 'id') ?? '',
    title,
    ...(title === asks && slide.title !== '' ? { about: slide.title } : {}),
    context: beside.filter((block) => block !== heading),
    blocks: blocks.filter((block) => block !== title),
    answer: answers.flatMap((one) => flattened(one)),
    cited,
    ...(Number.isFinite(minutes) ? { minutes } : {}),
  };
}

function isQuestion(element: Element): boolean {
  return /[?？؟]\s*$/.test(textContent(element));
}
