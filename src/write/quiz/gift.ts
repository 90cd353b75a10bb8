import { minutesIn } from '../../language/words/words.js';
import type { Quiz, QuizQuestion } from '../../model.js';
import { dataAddress } from './data-address.js';
import { type QuizSetup, quizMarkup } from './quiz-markup.js';
import { moodleScores } from './scores.js';

/**
 * A quiz in Moodle's GIFT (docs.moodle.org/en/GIFT_format), UTF-8. Questions are parted by empty lines, so none stands within one; words
 * are HTML, in which a tag's or a formula's signs are escaped like any other. Pictures stand in it as data.
 */
export function writeGift(quiz: Quiz, setup: QuizSetup): string {
  const mark = quizMarkup(quiz, { dialect: 'html', math: 'tex', address: dataAddress(setup.files) }, setup);
  let section: string | undefined;
  const parts = quiz.questions.flatMap((question) => {
    const moved = question.section === section ? [] : [categoryLine(quiz, question.section)];
    section = question.section;
    const { asked, choices, feedback } = mark(question);
    const scores = moodleScores(question);
    const answers = choices.map(({ html, isRight }, index) => {
      const sign = question.kind === 'single' ? (isRight ? '=' : '~') : `~%${scores[index] ?? 0}%`;
      return `\t${sign}${escapeGift(html)}`;
    });
    const said = feedback === '' ? [] : [`\t####${escapeGift(feedback)}`];
    return [
      ...moved,
      [
        `// question: ${question.number} ${tagsOf(quiz, question)}`,
        `::${escapeGift(question.name)}::[html]${escapeGift(asked)}{`,
        ...answers,
        ...said,
        '}',
      ].join('\n'),
    ];
  });
  return `${parts.join('\n\n')}\n`;
}

/** A slash parts categories, and two of them are one in a name. */
function categoryLine({ title }: Quiz, section: string): string {
  const path = [title, section].filter((name) => name !== '').map((name) => oneLine(name).replaceAll('/', '//'));
  return `$CATEGORY: $course$/top/${path.join('/')}`;
}

/** Moodle reads an id and tags in the comment before a question. */
function tagsOf({ deck, lang }: Quiz, { id, minutes }: QuizQuestion): string {
  const tag = (name: string, value: string): string => `[${name}:${oneLine(value).replaceAll(']', '\\]')}]`;
  return [tag('id', `${deck}-${id}`), ...(minutes === undefined ? [] : [tag('tag', minutesIn(lang, minutes))])].join(
    ' ',
  );
}

/** Signs that mean something in GIFT have a backslash before them, and so has the backslash; a line's end is `\n`. */
function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
