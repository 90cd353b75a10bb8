import { type Question, questionsOf } from '../questions.js';
import { type Finding, rule } from '../rule.js';

/** Found by looking at the parsed deck. */
export const questionChoices = rule('question-choices', {
  group: 'slides',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'A question with a single choice, with the same choice twice, or with two right ones where its words ask for one.',
  why: 'Students cannot answer it, or are marked down for answering it rightly.',
  wrong: `## Which one of these is a port? {layout=question}

::: question
- [x] Kalvik
- [x] Lindhamn
:::`,
  right: `## Which one of these is a port? {layout=question}

::: question
- [x] Kalvik
- [ ] Sola
:::`,
  check: ({ deck }) => questionsOf(deck).flatMap(judgeChoices),
});

/** Only what can mean nothing else; "which" by itself may ask for several. */
const asksForOne = /\b(which one|(choose|mark|pick|tick) one|the one that|only one)\b/i;

function judgeChoices({ asks, choices, place }: Question): readonly Finding[] {
  const texts = choices.map(({ text }) => text.toLowerCase());
  const right = choices.filter((choice) => choice.right).length;
  return [
    ...(choices.length === 1
      ? [{ message: 'The question has a single choice.', place, cure: 'Give another, or leave the list away.' }]
      : []),
    ...choices
      .filter(({ text }, index) => texts.indexOf(text.toLowerCase()) < index)
      .map((choice) => ({
        message: `"${choice.text}" is offered twice.`,
        place: choice.place,
        cure: 'Take one away, or say what sets them apart.',
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
