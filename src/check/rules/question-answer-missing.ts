import { questionsOf } from '../questions.js';
import { rule } from '../rule.js';

/** Found by looking at the parsed deck. */
export const questionAnswerMissing = rule('question-answer-missing', {
  group: 'slides',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'A question without a right answer: none of its choices is marked, or an open one has no `::: answer`.',
  why: 'The teacher’s key would be empty.',
  wrong: `## Which of these are ports? {layout=question}

::: question
- [ ] Kalvik
- [ ] Sola
:::`,
  right: `## Which of these are ports? {layout=question}

::: question
- [x] Kalvik
- [ ] Sola
:::`,
  check: ({ deck }) =>
    questionsOf(deck)
      .filter(({ choices, isAnswered }) => (choices.length > 0 ? choices.every(({ right }) => !right) : !isAnswered))
      .map(({ choices, place }) =>
        choices.length > 0
          ? { message: 'None of the choices is right.', place, cure: 'Mark those that are: `- [x]`.' }
          : { message: 'The question has no answer.', place, cure: 'Write one in it: `::: answer` … `:::`.' },
      ),
});
