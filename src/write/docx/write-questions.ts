import { HeadingLevel, LeaderType, Paragraph, TabStopType } from 'docx';
import { minutesIn, wordsIn } from '../../language/words/words.js';
import type { Quiz, QuizQuestion, Settings } from '../../model.js';
import { typographic } from '../../render/passes/typography.js';
import { type DocxBlock, docxBlocks } from './docx-blocks.js';
import { docxDocument, textWidth } from './docx-document.js';
import { docxNotes } from './docx-notes.js';
import { docxRuns, textRun } from './docx-runs.js';
import { type DocxOptions, type DocxSetup, docxLists, logoOf, photographFinder } from './docx-setup.js';

/** The questions as a Word file: a worksheet with room to write, or with `isKey` what is right, the answers and what they rest on. */
export function writeQuestions(
  { title, questions }: Quiz,
  { settings, isKey }: { readonly settings: Settings; readonly isKey: boolean },
  options: DocxOptions,
): Promise<Uint8Array> {
  const { lang, author = '' } = settings;
  const words = wordsIn(lang);
  let figures = 0;
  const setup: DocxSetup = {
    lang,
    look: options.look,
    macros: settings.macros,
    lists: docxLists(),
    photograph: photographFinder(options.photographs),
    nextFigure: () => ++figures,
    notes: docxNotes(
      () => '',
      ({ blocks }) => blocks.flatMap((block) => ('content' in block ? docxRuns(block.content, setup) : [])),
    ),
  };
  const who = [words.name, words.group, words.date].map((name) => `${name}: ____________________`).join('   ');
  const content: readonly DocxBlock[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(title)] }),
    ...(isKey ? [] : [new Paragraph({ style: 'Facts', children: [textRun(who)] })]),
    ...questions.flatMap((question) => [
      ...asked(question, setup, isKey),
      ...(isKey ? answered(question, settings, setup) : lines(question, options)),
    ]),
  ];
  const kind = isKey ? words.key : words.worksheet;
  return docxDocument(
    content,
    { title, author, lang, kind, size: options.size, date: options.date, ...logoOf(options) },
    setup,
  );
}

function asked(question: QuizQuestion, setup: DocxSetup, isKey: boolean): readonly DocxBlock[] {
  const { number, name, choices, minutes, read, isAskedAgain } = question;
  const words = wordsIn(setup.lang);
  const blocks = question.asked.filter((block) => block !== question.title);
  const about = [
    ...(minutes === undefined ? [] : [minutesIn(setup.lang, minutes)]),
    ...(read === '' ? [] : [`${words.read} ${read}`]),
  ].join(' · ');
  const title = question.title === undefined ? [textRun(name)] : docxRuns(question.title.content, setup);
  const isTwice = isAskedAgain && !isKey;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [textRun(`${number}  `), ...title] }),
    ...(about === '' ? [] : [new Paragraph({ style: 'Hint', keepNext: true, children: [textRun(about)] })]),
    ...docxBlocks(blocks, { depth: 0, level: 1 }, setup),
    ...(isTwice && choices.length > 0 ? [new Paragraph({ style: 'Hint', children: [textRun(words.twoVotes)] })] : []),
    ...choices.flatMap(({ blocks: inside, isRight }) => {
      const [first, ...others] = inside;
      const isWords = first?.kind === 'paragraph';
      const verdict = isRight && isKey ? [textRun(` (${words.right})`, { bold: true })] : [];
      const reference = isRight && isKey ? 'ticked' : isTwice ? 'twoBoxes' : 'boxes';
      return [
        new Paragraph({
          numbering: { reference, level: 0, instance: 0 },
          keepLines: true,
          children: [...(isWords ? docxRuns(first.content, setup) : []), ...verdict],
        }),
        ...docxBlocks(isWords ? others : inside, { depth: 1, level: 1 }, setup),
      ];
    }),
  ];
}

/** Word draws borders of paragraphs that follow one another as one: lines are the leaders of tabs. */
function lines({ lines: count }: QuizQuestion, { size }: DocxOptions): readonly DocxBlock[] {
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(size), leader: LeaderType.UNDERSCORE }];
  return Array.from({ length: count }, () => new Paragraph({ style: 'Line', tabStops, children: [textRun('\t')] }));
}

function answered({ answer, kind, restsOn }: QuizQuestion, settings: Settings, setup: DocxSetup): readonly DocxBlock[] {
  const words = wordsIn(setup.lang);
  const label = (name: string): Paragraph => new Paragraph({ style: 'Label', children: [textRun(name)] });
  const none =
    answer.length === 0 && kind === 'open'
      ? [new Paragraph({ style: 'Hint', children: [textRun(words.noAnswer)] })]
      : [];
  const said = [...docxBlocks(answer, { depth: 0, level: 2 }, setup), ...none];
  const rows = restsOn
    .filter((one) => one.words.length > 0)
    .map(({ mark, words: found }) => {
      const quoted = found.map((one) => typographic(`"${one}"`, { ...settings, usesOwnTheme: true }));
      return new Paragraph({ children: [textRun(`${mark}  `, { bold: true }), textRun(quoted.join(' … '))] });
    });
  return [
    ...(said.length === 0 ? [] : [label(words.answer), ...said]),
    ...(rows.length === 0 ? [] : [label(words.restsOn), ...rows]),
  ];
}
