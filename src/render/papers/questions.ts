import { citationTexts } from '../../evidence/claim-id.js';
import type { Citation, EvidenceNote, QuestionOnPaper } from '../../model.js';
import { lettersOf } from '../claim-words.js';
import { serializeTree } from '../drawings.js';
import type { Rendering } from '../rendering.js';
import type { SlideTree } from '../slide-tree.js';
import { attribute, childElements, elements, hasClass, textContent } from '../tree.js';
import { evidenceNotes } from './evidence-notes.js';

/** The questions of a slide. Which choices are right, the answer and its words are there in the teacher's edition only. */
export function questionsOf(tree: SlideTree, rendering: Rendering): readonly QuestionOnPaper[] {
  const isTeacher = rendering.edition.audience === 'teacher';
  return elements(tree.section)
    .filter((element) => hasClass(element, 'question'))
    .map((question) => {
      const answer = tree.answers.get(question);
      const choices = elements(question, 'li').filter((item) => hasClass(item, 'choice'));
      const lists = childElements(question).filter((element) => elements(element).some((one) => choices.includes(one)));
      const prompt = childElements(question).filter((element) => !lists.includes(element));
      const minutes = Number(attribute(question, 'data-minutes') ?? tree.slide.slide.minutes);
      return {
        prompt: prompt.map((element) => serializeTree(element, rendering, { onPaper: true })).join('\n'),
        choices: choices.map((item) => ({
          html: serializeTree(item, rendering, { inner: true, onPaper: true }).trim(),
          ...(isTeacher ? { right: hasClass(item, 'right') } : {}),
        })),
        ...(answer === undefined
          ? {}
          : { answer: serializeTree(answer, rendering, { inner: true, onPaper: true }).trim() }),
        ...(Number.isFinite(minutes) ? { minutes } : {}),
        evidence: evidenceOf(tree.asked.get(question) ?? '', answer && textContent(answer), tree, rendering),
      };
    });
}

/** What the question cites as a whole, and in the teacher's edition what its answer quotes. */
function evidenceOf(
  cites: string,
  answer: string | undefined,
  { slide: { slide } }: SlideTree,
  { evidence, edition }: Rendering,
): readonly EvidenceNote[] {
  const asked = cites.split('\n');
  const own = slide.citations.filter((citation) => citationTexts([citation]).some((one) => asked.includes(one)));
  if (edition.audience === 'student') {
    const bare = own.map(({ anchor: _, ...citation }): Citation => citation);
    return evidenceNotes([{ citations: bare, found: [] }]).notes;
  }
  const letters = lettersOf(answer ?? '');
  const quoted = (evidence?.claims ?? []).filter(
    (claim) => claim.slide.id === slide.id && claim.kind === 'quotation' && letters.includes(lettersOf(claim.text)),
  );
  const found = quoted.flatMap((claim) => claim.found);
  return evidenceNotes([{ citations: own, found }, ...quoted]).notes;
}
