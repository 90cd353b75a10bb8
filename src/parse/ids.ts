import type { Token } from 'markdown-it';
import type { Diagram, Place, Slide } from '../model.js';
import type { ParseContext } from './parse-context.js';
import type { SlideDraft } from './slide-draft.js';
import { slug } from './slug.js';
import { addMeta, attributeOf, eachToken, placeOf } from './token.js';

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
    if (id !== undefined) claim(id, draft.place);
    for (const [own, place] of idsOf([...draft.tokens, ...draft.notes, ...draft.handout])) claim(own, place);
  }
  const slideIds = drafts.map((draft) => draft.attributes.id ?? free(slideSlug(draft), draft.place));
  return drafts.map((draft, index) => ({
    ...draft,
    id: slideIds[index] ?? '',
    diagrams: draft.diagrams.map(({ token, wanted, ...diagram }): Diagram => {
      const id = attributeOf(token, 'id') ?? free(wanted, diagram.place);
      addMeta(token, { id });
      return { id, ...diagram };
    }),
  }));

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

/** Reveal takes digits alone in an address for a slide's number, so no id consists of them. */
function slideSlug({ title, number }: SlideDraft): string {
  const wanted = slug(title);
  if (wanted === '') return `slide-${number}`;
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
