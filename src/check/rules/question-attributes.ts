import { newQuestionsOf, type Question } from '../../evidence/questions.js';
import type { Checked, Finding } from '../finding.js';

export function questionAttributes({ deck }: Checked): readonly Finding[] {
  return newQuestionsOf(deck).flatMap((question) => [
    ...choiceTrouble(question),
    ...wordsTrouble(question),
    ...numberTrouble(question),
  ]);
}

function choiceTrouble({ choices, choose, unboxed, place }: Question): readonly Finding[] {
  const right = choices.filter(({ isRight }) => isRight).length;
  const asked = choose === undefined ? undefined : countOf(choose);
  const isOther = asked !== undefined && right > 0 && asked !== right;
  return [
    ...(isOther
      ? [
          {
            message: `The question asks for ${asked} of its ${choices.length} choices, and ${right} ${right === 1 ? 'is' : 'are'} marked right.`,
            place,
            cure: `Correct the boxes, or write {choose=${right}}.`,
          },
        ]
      : []),
    ...unboxed.map((at) => ({
      message: 'This item has no box, the others of its list have one.',
      place: at,
      cure: 'Begin it with `[ ]` or `[x]`.',
    })),
  ];
}

function wordsTrouble({ hasWords, slide, place }: Question): readonly Finding[] {
  if (hasWords || slide.title !== '') return [];
  const message = 'Nothing says what is asked: neither a heading of the slide nor words in the question.';
  return [{ message, place, cure: 'Write the question above its choices.' }];
}

/** Attributes that are numbers. */
function numberTrouble({ choose, lines, minutes, kind, choices, place }: Question): readonly Finding[] {
  const least = { choose: 1, lines: 0, minutes: 1 };
  const most = { choose: kind === 'open' ? 0 : choices.length, lines: 40, minutes: 600 };
  const typed = { choose, lines, minutes };
  return (['choose', 'lines', 'minutes'] as const).flatMap((name) => {
    const value = typed[name];
    if (value === undefined || ((countOf(value) ?? -1) >= least[name] && (countOf(value) ?? 0) <= most[name]))
      return [];
    const expected =
      most[name] === 0
        ? 'and the question has no choices'
        : `expected a whole number from ${least[name]} to ${most[name]}`;
    return [
      {
        message: `The question has ${name}=${value}, ${expected}.`,
        place,
        cure: 'Correct it, or remove it.',
      },
    ];
  });
}

function countOf(typed: string): number | undefined {
  return /^\d+$/.test(typed) ? Number(typed) : undefined;
}
