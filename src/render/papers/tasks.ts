import { citationTexts } from '../../evidence/claim-id.js';
import { type Question, questionsOf } from '../../evidence/questions.js';
import type { Citation, Diagnostic, Place } from '../../model.js';
import { citationsOf } from '../meaning.js';
import { trimBefore } from '../passes/marks.js';
import type { SlideDocument } from '../slide-document.js';
import { copiedTree, isNotes, type SeenTree } from '../slide-tree.js';
import {
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  remove,
  type SeenElement,
  text,
  textContent,
} from '../tree.js';
import { flattened } from './article-blocks.js';
import type { NoteList } from './note-list.js';
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

/** A question's block on a slide, or in its prose. */
interface Asked {
  readonly tree: SeenTree;
  readonly isProse: boolean;
  readonly block: SeenElement;
  readonly question: Question;
}

/** The questions of a document in reading order, those of a slide before those of its prose. */
function askedIn({ trees, prose, slides }: SlideDocument): readonly Asked[] {
  const numbers = slides.map(({ slide }) => slide.number);
  return trees.flatMap((tree, position) => {
    const questions = questionsOf(tree.slide.slide).filter(
      ({ firstOn }) => firstOn === undefined || !numbers.includes(firstOn),
    );
    if (questions.length === 0) return [];
    return [tree, ...(prose[position] === undefined ? [] : [prose[position]])].flatMap((one, index) =>
      elements(one.section)
        .filter(
          (block) => isBlock(block) && closest(block, (around) => isBlock(around) || isNotes(around)) === undefined,
        )
        .flatMap((block): readonly Asked[] => {
          const place = one.placeOf(block);
          const question = questions.find((other) => isAt(other.place, place));
          return question === undefined ? [] : [{ tree: one, isProse: index > 0, block, question }];
        }),
    );
  });
}

/** The questions that students get, as their worksheet has them. */
export function worksheetTasks(text: SlideDocument, notes: NoteList): readonly Task[] {
  return numbered(tasksOf(text, notes));
}

/** The same questions with their answers. A question that only the teacher has is on no worksheet, so it is in no key. */
export function keyTasks(whole: SlideDocument, students: SlideDocument, notes: NoteList): readonly Task[] {
  const places = new Set(askedIn(students).map(({ question }) => question.place));
  return numbered(tasksOf(whole, notes).filter(({ question }) => places.has(question.place)));
}

/** Says that there is no paper without questions: an empty one helps nobody. Decks of other tools know nothing of questions. */
export function missQuestions(students: SlideDocument): readonly Diagnostic[] {
  const { deck, edition } = students;
  if (!deck.settings.usesOwnTheme || askedIn(students).length > 0) return [];
  const length = edition.cut === undefined ? '' : ` of ${edition.cut} minutes`;
  return [
    {
      rule: 'no-questions',
      severity: 'note',
      message: `No question is left in the students' version${length}, so no worksheet, key or quiz is made.`,
      place: { path: deck.path, line: 1 },
      cure: 'Ask one: `::: question`, with `- [x]` and `- [ ]` or open.',
    },
  ];
}

function numbered(tasks: readonly Omit<Task, 'number'>[]): readonly Task[] {
  return tasks.map((task, index) => ({ ...task, number: index + 1, id: task.id || `question-${index + 1}` }));
}

/** Sets the questions in copies of what they stand in. */
function tasksOf(document: SlideDocument, notes: NoteList): readonly Omit<Task, 'number'>[] {
  const asked = askedIn(document);
  const numbers = document.slides.map(({ slide }) => slide.number);
  const trees = [...new Set(asked.map(({ tree }) => tree))];
  return trees.flatMap((seen) => {
    const here = asked.filter(({ tree }) => tree === seen);
    const copies = new Map<SeenElement, Element>();
    const tree = copiedTree(seen, copies);
    const found = here.flatMap(({ block, question, isProse }) => {
      const element = copies.get(block);
      return element === undefined ? [] : [{ element, question, isProse, cited: citedIn(element, question) }];
    });
    for (const cite of elements(tree.section).filter((element) => hasClass(element, 'cite'))) {
      trimBefore(cite);
      remove(cite);
    }
    notes.add(takeNotes(tree, document));
    for (const { element } of found) remove(element);
    return found.map(({ element, question, isProse, cited }, position) => {
      const isOfQuestions = !isProse && tree.slide.slide.layout === 'question';
      return {
        ...taskOf(question, element, cited, isOfQuestions && position === 0 ? tree.section : undefined),
        isAskedAgain: question.againOn !== undefined && numbers.includes(question.againOn),
      };
    });
  });
}

function isBlock(element: SeenElement): boolean {
  return hasClass(element, 'question');
}

function isAt(one: Place, other: Place): boolean {
  return one.path === other.path && one.line === other.line;
}

/** Where the reader is sent. An answer that is not in the tree sends nobody anywhere. */
function citedIn(element: Element, { citations }: Question): readonly Citation[] {
  const texts = citationTexts(elements(element).flatMap(citationsOf));
  return citations.filter((citation) => citationTexts([citation]).some((one) => texts.includes(one)));
}

/** `around` is the rest of a question slide: it asks, and says what to do. */
function taskOf(
  question: Question,
  element: Element,
  cited: readonly Citation[],
  around: Element | undefined,
): Omit<Task, 'number' | 'isAskedAgain'> {
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
