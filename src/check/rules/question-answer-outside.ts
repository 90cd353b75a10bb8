import { strayAnswers } from '../../evidence/questions.js';
import { rule } from '../rule.js';

/** Found by looking at the parsed deck. */
export const questionAnswerOutside = rule('question-answer-outside', {
  group: 'slides',
  severity: 'error',
  needs: 'text',
  what: 'An answer that stands in no question.',
  why: 'The key cannot say what it answers.',
  wrong: `## Ports

::: answer
Kalvik
:::`,
  right: `## Which is the port? {layout=question}

::: question
Name it.

::: answer
Kalvik
:::
:::`,
  check: ({ deck }) =>
    deck.slides.flatMap(strayAnswers).map((place) => ({
      message: 'The answer stands in no question.',
      place,
      cure: 'Put it into its `::: question`, above the line that closes it.',
    })),
});
