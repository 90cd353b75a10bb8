import { minutesIn } from '../../language/words/words.js';
import type { Quiz, QuizQuestion } from '../../model.js';
import { escapeXml } from '../markup/escape-xml.js';
import { base64 } from './data-address.js';
import type { QuizFiles } from './quiz-files.js';
import { type MarkedQuestion, type QuizSetup, quizMarkup } from './quiz-markup.js';
import { moodleScores } from './scores.js';

const placeholder = '@@PLUGINFILE@@/';
/** Lines of the box for an open answer where the worksheet leaves none. */
const usualLines = 5;

/** A quiz in Moodle's XML (docs.moodle.org/en/Moodle_XML_format), its pictures within the texts that show them. */
export function writeMoodleXml(quiz: Quiz, setup: QuizSetup): string {
  const address = (name: string): string => `${placeholder}${encodeURIComponent(name)}`;
  const mark = quizMarkup(quiz, { dialect: 'html', math: 'tex', address }, setup);
  let section: string | undefined;
  const parts = quiz.questions.flatMap((question) => {
    const moved = question.section === section ? [] : [category(quiz, question.section)];
    section = question.section;
    return [...moved, questionElement(question, mark(question), quiz, setup.files)];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
}

function category({ title }: Quiz, section: string): string {
  const path = [title, section].filter((name) => name !== '').map((name) => name.replaceAll('/', '//'));
  return `<question type="category"><category><text>${escapeXml(`$course$/top/${path.join('/')}`)}</text></category></question>`;
}

function questionElement(
  question: QuizQuestion,
  { asked, choices, feedback }: MarkedQuestion,
  { deck, lang }: Quiz,
  files: QuizFiles,
): string {
  const { kind, id, name, minutes, lines } = question;
  const text = (tag: string, html: string): string => htmlElement(tag, html, files);
  const about = [
    `<name><text>${escapeXml(name)}</text></name>`,
    text('questiontext', asked),
    text('generalfeedback', feedback),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0.3333333</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${escapeXml(`${deck}-${id}`)}</idnumber>`,
  ];
  const scores = moodleScores(question);
  const own =
    kind === 'open'
      ? [
          '<responseformat>editor</responseformat>',
          '<responserequired>1</responserequired>',
          `<responsefieldlines>${lines || usualLines}</responsefieldlines>`,
          '<attachments>0</attachments>',
          text('graderinfo', feedback),
        ]
      : [
          `<single>${kind === 'single'}</single>`,
          '<shuffleanswers>false</shuffleanswers>',
          '<answernumbering>abc</answernumbering>',
          ...choices.map(({ html }, index) =>
            htmlElement('answer', html, files, ` fraction="${scores[index] ?? 0}"`, '<feedback><text/></feedback>'),
          ),
        ];
  const tags =
    minutes === undefined ? [] : [`<tags><tag><text>${escapeXml(minutesIn(lang, minutes))}</text></tag></tags>`];
  const type = kind === 'open' ? 'essay' : 'multichoice';
  return [`<question type="${type}">`, ...about, ...own, ...tags, '</question>'].join('\n');
}

/** HTML in Moodle's XML: its text as CDATA, and the files that it names. */
function htmlElement(tag: string, html: string, files: QuizFiles, attributes = '', inside = ''): string {
  const names = [...html.matchAll(/@@PLUGINFILE@@\/([^"]+)"/g)].map(([, name = '']) => decodeURIComponent(name));
  const own = [...new Set(names)].flatMap((name) => {
    const file = files.byName(name);
    return file === undefined
      ? []
      : [`<file name="${escapeXml(name)}" path="/" encoding="base64">${base64(file)}</file>`];
  });
  return `<${tag}${attributes} format="html"><text>${cdata(html)}</text>${own.join('')}${inside}</${tag}>`;
}

function cdata(text: string): string {
  return text === '' ? '' : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
