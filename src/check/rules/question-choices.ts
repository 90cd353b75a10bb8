import { newQuestionsOf, type Question } from '../../evidence/questions.js';
import type { Checked, Finding } from '../finding.js';

export function questionChoices({ deck }: Checked): readonly Finding[] {
  return newQuestionsOf(deck).flatMap(judgeChoices);
}

/** Only what can mean nothing else; "which" by itself may ask for several. */
const asksForOne = /\b(which one|(choose|mark|pick|tick) one|the one that|only one)\b/i;

function judgeChoices({ asks, choices, place }: Question): readonly Finding[] {
  const texts = choices.map(({ text }) => text.toLowerCase());
  const right = choices.filter(({ isRight }) => isRight).length;
  return [
    ...(choices.length === 1
      ? [{ message: 'The question has a single choice.', place, cure: 'Give another, or remove the list.' }]
      : []),
    ...choices
      .filter(({ text }, index) => texts.indexOf(text.toLowerCase()) < index)
      .map((choice) => ({
        message: `"${choice.text}" is offered twice.`,
        place: choice.place,
        cure: 'Remove one, or say how they differ.',
      })),
    ...(right > 1 && asksForOne.test(asks)
      ? [
          {
            message: `The question asks for one answer; ${right} are marked as right.`,
            place,
            cure: 'Mark one, or ask for all that are right.',
          },
        ]
      : []),
  ];
}
