import { wordsIn } from '../../language/words/words.js';
import type { Block, Quiz, QuizQuestion } from '../../model.js';
import { writeCsv } from '../csv.js';
import { plainLines } from '../plain-lines.js';

/**
 * A quiz as a table, a row a question, for a spreadsheet, or for a platform that takes none of the other formats. Its head is in English,
 * for machines.
 */
export function writeQuizCsv({ deck, lang, questions }: Quiz): string {
  const most = Math.max(0, ...questions.map(({ choices }) => choices.length));
  const plain = (blocks: readonly Block[]): string => plainLines(blocks, wordsIn(lang).answer).join('\n');
  const columns = Array.from({ length: most }, (_, index) => `choice ${index + 1}`);
  const head = [
    'id',
    'number',
    'section',
    'type',
    'question',
    ...columns,
    'right',
    'answer',
    'paragraphs',
    'words',
    'minutes',
  ];
  const row = ({ id, number, section, kind, asked, choices, answer, restsOn, minutes }: QuizQuestion): string[] => [
    `${deck}-${id}`,
    String(number),
    section,
    kind,
    plain(asked),
    ...Array.from({ length: most }, (_, index) => plain(choices[index]?.blocks ?? [])),
    choices.flatMap(({ isRight }, index) => (isRight ? [index + 1] : [])).join(' '),
    plain(answer),
    restsOn.map(({ mark }) => mark).join('; '),
    restsOn.flatMap(({ words }) => words).join(' … '),
    minutes === undefined ? '' : String(minutes),
  ];
  return writeCsv([head, ...questions.map(row)]);
}
