import type { Quiz, Settings } from '../../model.js';
import { writeGift } from './gift.js';
import { writeMoodleXml } from './moodle-xml.js';
import { writeQtiPackage } from './qti-package.js';
import { writeQti12 } from './qti12.js';
import { writeQuizCsv } from './quiz-csv.js';
import { type PictureFiles, type QuizFile, quizFiles } from './quiz-files.js';
import type { QuizSetup } from './quiz-markup.js';

/** Every file of a quiz, each of the pictures it shows inside. */
export function writeQuiz(
  quiz: Quiz,
  { macros }: Pick<Settings, 'macros'>,
  pictures: PictureFiles,
): readonly QuizFile[] {
  const setup = (): QuizSetup => ({ files: quizFiles(pictures), macros });
  return [
    { name: 'quiz.gift', bytes: writeGift(quiz, setup()) },
    { name: 'quiz.xml', bytes: writeMoodleXml(quiz, setup()) },
    { name: 'quiz-qti12.zip', bytes: writeQti12(quiz, setup()) },
    { name: 'quiz-qti21.zip', bytes: writeQtiPackage(quiz, setup(), '2.1') },
    { name: 'quiz-qti30.zip', bytes: writeQtiPackage(quiz, setup(), '3.0') },
    { name: 'quiz.csv', bytes: writeQuizCsv(quiz) },
  ];
}
