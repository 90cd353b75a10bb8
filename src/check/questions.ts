import type { Diagnostic, Place } from '../diagnostic.js';
import { type Question, questionsOf, strayAnswers } from '../evidence/questions.js';
import type { Deck } from '../model.js';

/**
 * Rules `question-choice` and `question-answer`: what would make a worksheet that cannot be answered, or a key that does not answer it.
 * Errors in a deck written for the theme; another tool's deck may mean something else by these words.
 */
export function questionDiagnostics(deck: Deck): readonly Diagnostic[] {
  const severity = deck.settings.ours ? 'error' : 'warning';
  const outside = strayAnswers(deck).map(
    (place) =>
      ({
        rule: 'question-answer',
        severity,
        message: 'This answer belongs to no question, so no key can show it.',
        place,
        cure: 'Put it into the `::: question` block, before the `:::` that closes that.',
      }) as const,
  );
  const said = deck.slides.flatMap(questionsOf).flatMap((question) =>
    [...choiceTrouble(question), ...answerTrouble(question), ...numberTrouble(question)].map((trouble) => ({
      ...trouble,
      severity: trouble.severity ?? severity,
    })),
  );
  return [...outside, ...said];
}

type Trouble = Omit<Diagnostic, 'severity'> & Partial<Pick<Diagnostic, 'severity'>>;

function choiceTrouble({ kind, choices, choose, unboxed, place }: Question): readonly Trouble[] {
  if (kind === 'open') return [];
  const right = choices.filter(({ isRight }) => isRight).length;
  const trouble = (message: string, cure: string, at: Place = place): Trouble => ({
    rule: 'question-choice',
    message,
    place: at,
    cure,
  });
  const asked = choose === undefined ? undefined : countOf(choose);
  return [
    ...(right === 0
      ? [
          trouble(
            `None of the ${choices.length} choices is marked right.`,
            'Mark it `- [x]`; a question that leaves it open has no boxes.',
          ),
        ]
      : []),
    ...(asked !== undefined && right > 0 && asked !== right
      ? [
          trouble(
            `The question asks for ${asked} of its ${choices.length} choices, and ${right} ${right === 1 ? 'is' : 'are'} marked right.`,
            `Correct the boxes, or write {choose=${right}}.`,
          ),
        ]
      : []),
    ...unboxed.map((at) =>
      trouble('This item has no box, the others of its list have one.', 'Begin it with `[ ]` or `[x]`.', at),
    ),
  ];
}

function answerTrouble({ kind, hasAnswer, hasWords, slide, place }: Question): readonly Trouble[] {
  return [
    ...(kind === 'open' && !hasAnswer
      ? [
          {
            rule: 'question-answer',
            severity: 'note' as const,
            message: 'The key has no answer to this question.',
            place,
            cure: 'Write one into it, within `::: answer` and `:::`.',
          },
        ]
      : []),
    ...(!hasWords && slide.title === ''
      ? [
          {
            rule: 'question-choice',
            message: 'Nothing says what is asked: neither a heading of the slide nor words in the question.',
            place,
            cure: 'Write the question above its choices.',
          },
        ]
      : []),
  ];
}

/** Attributes that are numbers. */
function numberTrouble({ choose, lines, minutes, kind, choices, place }: Question): readonly Trouble[] {
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
        rule: 'question-choice',
        message: `The question has ${name}=${value}, ${expected}.`,
        place,
        cure: 'Correct it, or take it away.',
      },
    ];
  });
}

function countOf(typed: string): number | undefined {
  return /^\d+$/.test(typed) ? Number(typed) : undefined;
}
