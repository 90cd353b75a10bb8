import type { Token } from 'markdown-it';
import type { Diagram, Place, Slide } from '../model.js';
import { audienceOf } from './audience.js';
import type { UnnamedDiagram } from './diagrams.js';
import type { ParseContext } from './parse-context.js';
import type { SlideDraft } from './slide-draft.js';
import { slug } from './slug.js';
import { addMeta, attributeOf, closingIndex, eachToken, placeOf } from './token.js';

/** A slide that has its ids. */
export type NamedSlide = Omit<Slide, 'section'>;

/**
 * Gives every slide and diagram an id: the author's, else one from the heading or the diagram's title. The author's come first,
 * so that no id made here ever takes one away; an id of the author's that is used twice is an error.
 */
export function giveIds(drafts: readonly SlideDraft[], context: ParseContext): readonly NamedSlide[] {
  const taken = new Map<string, Place>();
  for (const draft of drafts) {
    const { id } = draft.attributes;
    for (const own of [...(id === undefined ? [] : [id]), ...(draft.aliases ?? [])]) claim(own, draft.place);
    for (const [own, place] of idsOf([...draft.tokens, ...draft.notes, ...draft.handout])) claim(own, place);
  }
  const ofStudents = drafts.filter(({ audience }) => audience !== 'teacher');
  // Students' slides are numbered first: a gap in their ids would say that something is left out.
  const inTurn = [...ofStudents, ...drafts.filter(({ audience }) => audience === 'teacher')];
  const slideIds = new Map(
    inTurn.map((draft, position) => [draft, draft.attributes.id ?? free(slideSlug(draft, position + 1), draft.place)]),
  );
  const diagramIds = new Map(diagramsInTurn(inTurn).map((one) => [one, idOfDiagram(one)]));
  return drafts.map((draft) => ({
    ...draft,
    id: slideIds.get(draft) ?? '',
    diagrams: draft.diagrams.map((one): Diagram => {
      const { token: _, wanted, ...diagram } = one;
      return { id: diagramIds.get(one) ?? wanted, ...diagram };
    }),
  }));

  function idOfDiagram({ token, wanted, place }: UnnamedDiagram): string {
    const id = attributeOf(token, 'id') ?? free(wanted, place);
    addMeta(token, { id });
    return id;
  }

  function claim(id: string, place: Place): void {
    const first = taken.get(id);
    if (first === undefined) taken.set(id, place);
    else {
      const message = `The id "${id}" is used twice; the first is at ${first.path}:${first.line}.`;
      context.report('error', 'duplicate-id', place, message, 'Give one of them another id.');
    }
  }

  function free(wanted: string, place: Place): string {
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
    taken.set(id, place);
    return id;
  }
}

/** Those on students' slides first, and those that students get before all others. */
function diagramsInTurn(drafts: readonly SlideDraft[]): readonly UnnamedDiagram[] {
  const all = drafts.flatMap((draft) => {
    const shown = new Set(draft.audience === 'teacher' ? [] : studentTokens([...draft.tokens, ...draft.handout]));
    return draft.diagrams.map((diagram) => ({ diagram, isShown: shown.has(diagram.token) }));
  });
  return [...all.filter(({ isShown }) => isShown), ...all.filter(({ isShown }) => !isShown)].map(
    ({ diagram }) => diagram,
  );
}

/** The block tokens that students get. */
function studentTokens(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (audienceOf(token) === 'teacher') index = closingIndex(tokens, index);
    else kept.push(token);
  }
  return kept;
}

/** Reveal takes digits alone in an address for a slide's number, so no id consists of them. `position` is the slide's among the students'. */
function slideSlug({ title }: SlideDraft, position: number): string {
  const wanted = slug(title);
  if (wanted === '') return `slide-${position}`;
  return /^\d+$/.test(wanted) ? `slide-${wanted}` : wanted;
}

function* idsOf(tokens: readonly Token[]): Generator<[id: string, place: Place]> {
  let place: Place | undefined;
  for (const token of eachToken(tokens)) {
    if (token.meta !== null && 'place' in token.meta) place = placeOf(token);
    const id = attributeOf(token, 'id');
    if (id !== undefined && place !== undefined) yield [id, place];
  }
}
