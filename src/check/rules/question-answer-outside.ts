import { strayAnswers } from '../../evidence/questions.js';
import type { Checked, Finding } from '../finding.js';

export function questionAnswerOutside({ deck }: Checked): readonly Finding[] {
  return deck.slides.flatMap(strayAnswers).map((place) => ({
    message: 'The answer stands in no question.',
    place,
    cure: 'Put it into its `::: question`, above the line that closes it.',
  }));
}
