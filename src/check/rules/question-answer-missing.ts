import { newQuestionsOf } from '../../evidence/questions.js';
import type { Checked, Finding } from '../finding.js';

export function questionAnswerMissing({ deck }: Checked): readonly Finding[] {
  return newQuestionsOf(deck)
    .filter(({ choices, isAnswered }) => (choices.length > 0 ? choices.every(({ isRight }) => !isRight) : !isAnswered))
    .map(({ choices, place }) =>
      choices.length > 0
        ? { message: 'None of the choices is right.', place, cure: 'Mark those that are: `- [x]`.' }
        : { message: 'The question has no answer.', place, cure: 'Write one in it: `::: answer` … `:::`.' },
    );
}
