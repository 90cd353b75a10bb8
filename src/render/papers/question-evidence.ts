import { citationTexts } from '../../evidence/claim-id.js';
import { paragraphName } from '../../evidence/locators.js';
import { claimsOfQuestion, type Question } from '../../evidence/questions.js';
import type { Deck, Evidence, FoundWords, QuizEvidence } from '../../model.js';
import { hasSeveralSources, shortReference } from '../reference.js';
import { evidenceNotes } from './evidence-notes.js';

/** A paragraph that a question and its answer rest on. */
export interface QuestionEvidence extends QuizEvidence {
  /** What was found there, as a panel shows it. */
  readonly found: readonly FoundWords[];
}

/** The paragraphs a question and its answer rest on, each once: with the words that were found, or that the deck gives as its anchor. */
export function questionEvidence(
  question: Question,
  { deck, evidence }: { readonly deck: Deck; readonly evidence?: Evidence | undefined },
): readonly QuestionEvidence[] {
  const claims = evidence === undefined ? [] : claimsOfQuestion(question, evidence);
  const found = claims.flatMap((claim) => claim.found);
  const checked = new Map(claims.flatMap((claim) => claim.citations.map((one) => [citationTexts([one]).join(), one])));
  const citations = question.citations.map((one) => checked.get(citationTexts([one]).join()) ?? one);
  return evidenceNotes([{ citations, found }]).notes.map(({ source, mark, words }) => ({
    mark: hasSeveralSources(deck) ? `${shortReference(deck, source)} ${mark}` : mark,
    words,
    found: found.filter((one) => one.source === source && paragraphName(citations, source, one.paragraph) === mark),
  }));
}
