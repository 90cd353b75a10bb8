import { namedObjectives, type Objective, objectivesOf } from '../../evidence/objectives.js';
import { newQuestionsOf, type Question, questionsOf } from '../../evidence/questions.js';
import { nearest } from '../../nearest.js';
import type { Checked, Finding } from '../finding.js';

export function questionObjective({ deck }: Checked): readonly Finding[] {
  const objectives = objectivesOf(deck.slides);
  const questions = deck.slides.flatMap(questionsOf);
  const named = new Set(questions.flatMap(namedObjectives));
  return [
    ...questions.flatMap((question) => unknownIn(question, objectives)),
    ...(objectives.length === 0 ? [] : newQuestionsOf(deck).filter(isUntied).map(untied)),
    ...objectives.flatMap((objective) => (named.has(objective.id) ? [] : [unserved(objective)])),
  ];
}

function unknownIn(question: Question, objectives: readonly Objective[]): readonly Finding[] {
  const ids = objectives.map(({ id }) => id).filter((id) => id !== '');
  return namedObjectives(question)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = nearest(id, ids);
      const cure =
        near !== undefined
          ? `Did you mean \`objective=${near}\`?`
          : ids.length > 0
            ? `Objectives are ${ids.join(', ')}.`
            : 'List them once: `::: objectives` with items such as `- Read a report critically {#read}`.';
      return { message: `There is no objective "${id}".`, place: question.place, cure };
    });
}

function isUntied(question: Question): boolean {
  return namedObjectives(question).length === 0;
}

function untied({ place }: Question): Finding {
  const message = 'The question serves none of the objectives of this deck.';
  return { message, place, cure: 'Name one: `{objective=id}`.', severity: 'warning' };
}

function unserved({ id, text, place }: Objective): Finding {
  const message = id === '' ? `The objective "${text}" has no id.` : `No question serves the objective "${id}".`;
  const cure = id === '' ? 'Give it one at its end: `{#read}`.' : `Ask one: \`::: question {objective=${id}}\`.`;
  return { message, place, cure, severity: 'warning' };
}
