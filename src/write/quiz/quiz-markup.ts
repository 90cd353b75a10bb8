import { wordsIn } from '../../language/words/words.js';
import type { Block, Quiz, QuizQuestion } from '../../model.js';
import { escapeXml } from '../markup/escape-xml.js';
import { delimitedTex, mathMl } from '../markup/formula-markup.js';
import { type Dialect, type MarkupParts, writeMarkup } from '../markup/write-markup.js';
import { wholeSvg } from '../whole-svg.js';
import type { QuizFiles } from './quiz-files.js';

/** What the formats of a quiz are made with. */
export interface QuizSetup {
  readonly files: QuizFiles;
  readonly macros?: Readonly<Record<string, string>> | undefined;
}

/** A question in a markup: what is asked, its choices, and what is said after the answer. */
export interface MarkedQuestion {
  readonly asked: string;
  readonly choices: readonly { readonly html: string; readonly isRight: boolean }[];
  /** The answer and the words it rests on; empty where there is neither. */
  readonly feedback: string;
}

/** How a format names pictures and sets formulas. */
export interface QuizMarkup {
  readonly dialect: Dialect;
  readonly math: 'tex' | 'mathml';
  /** The address of a picture that is kept under a name. */
  readonly address: (name: string) => string;
}

/** Writes questions in one markup. */
export function quizMarkup(
  { lang }: Pick<Quiz, 'lang'>,
  { dialect, math, address }: QuizMarkup,
  { files, macros }: QuizSetup,
): (question: QuizQuestion) => MarkedQuestion {
  const words = wordsIn(lang);
  const parts: MarkupParts = {
    dialect,
    level: 3,
    answer: words.answer,
    image: ({ file }) => {
      const name = file === undefined ? undefined : files.add(file);
      return name === undefined ? undefined : address(name);
    },
    drawing: ({ diagram, drawing, alt }) =>
      diagram === undefined || drawing === undefined
        ? undefined
        : address(files.put(`${diagram.id}.svg`, wholeSvg(drawing, alt))),
    formula: (tex, isDisplayed) =>
      math === 'mathml' ? mathMl(tex, isDisplayed, macros) : delimitedTex(tex, isDisplayed, macros),
    mark: () => '',
  };
  const marked = (blocks: readonly Block[]): string => writeMarkup(blocks, parts);
  return ({ asked, choices, answer, restsOn }) => ({
    asked: marked(asked),
    choices: choices.map(({ blocks, isRight }) => ({ html: marked(blocks), isRight })),
    feedback: [marked(answer), evidenceHtml(restsOn, words.restsOn)].filter((one) => one !== '').join('\n'),
  });
}

/** "Where it stands", and a line a place: "¶5 “words”"; those without words are one line. */
function evidenceHtml(restsOn: QuizQuestion['restsOn'], label: string): string {
  const place = (mark: string): string => `<strong>${escapeXml(mark)}</strong>`;
  const rows = restsOn
    .filter(({ words }) => words.length > 0)
    .map(({ mark, words }) => `${place(mark)} ${words.map((one) => `<q>${escapeXml(one)}</q>`).join(' … ')}`);
  const bare = restsOn.filter(({ words }) => words.length === 0).map(({ mark }) => place(mark));
  const lines = [...rows, ...(bare.length === 0 ? [] : [bare.join(', ')])];
  return lines.length === 0 ? '' : `<p>${[`<em>${escapeXml(label)}</em>`, ...lines].join('<br/>')}</p>`;
}
