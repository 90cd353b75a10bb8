import { wordsIn } from '../language/words/words.js';
import type { Citation, Relations, RelationsView } from '../model.js';
import { type ShownRelation, shownIn } from './shown.js';

export interface RelationSentence {
  readonly id: string;
  /** "Belarus hosts tactical nuclear weapons of Russia (¶7)": no full stop. */
  readonly sentence: string;
  readonly citations: readonly Citation[];
  /** Step 0 is there when the slide opens. */
  readonly step: number;
}

/** Every relation of a view as a sentence with its evidence, in the order of the steps. */
export function relationsSentences(view: RelationsView, data: Relations, lang: string): readonly RelationSentence[] {
  return shownIn(view, data, lang)
    .relations.map((shown) => ({
      id: shown.id,
      sentence: withEvidence(shown),
      citations: shown.relation.citations,
      step: shown.step,
    }))
    .sort((a, b) => a.step - b.step);
}

/** What is said to those who cannot see the drawing: who is in it, then every relation; step by step where it has steps. */
export function relationsAlt(view: RelationsView, data: Relations, lang: string): string {
  const parts = relationsSteps(view, data, lang);
  if (view.clicks === 0) return parts.join(' ');
  const { step: word } = wordsIn(lang);
  const told = parts.map((part, step) => (part === '' ? '' : `${word} ${step + 1}: ${part}`));
  return told.filter((part) => part !== '').join(' ');
}

/** What appears with each step, in sentences; the first is there when the slide opens. Empty where a step shows nothing new. */
export function relationsSteps(view: RelationsView, data: Relations, lang: string): readonly string[] {
  const { actors } = shownIn(view, data, lang);
  const sentences = relationsSentences(view, data, lang);
  return Array.from({ length: view.clicks + 1 }, (_, step) => {
    const names = actors.filter((actor) => actor.step === step).map(({ name }) => name);
    const said = sentences.filter((sentence) => sentence.step === step).map(({ sentence }) => sentence);
    return [...(names.length === 0 ? [] : [names.join(', ')]), ...said].map((part) => `${part}.`).join(' ');
  });
}

function withEvidence({ sentence, evidence, remark }: ShownRelation): string {
  const brackets = [evidence, remark].filter((part) => part !== '').join(', ');
  return brackets === '' ? sentence : `${sentence} (${brackets})`;
}
