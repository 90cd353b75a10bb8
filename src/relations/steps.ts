import type { InView, Relation } from '../model.js';

/** Every actor and relation of a view with the click it appears with. */
export interface Steps {
  readonly actors: readonly InView[];
  readonly relations: readonly InView[];
  readonly clicks: number;
  /** Relations that were named in an earlier step than one of their ends, and so appear later than asked. */
  readonly late: readonly InView[];
  /** Steps in which nothing appears that was not there. */
  readonly empty: readonly number[];
}

/**
 * The first of `lists` is there when the slide opens, each further list takes one click. An actor that no list names is there from the
 * start, a relation that none names comes with the later of its ends, and no relation comes earlier than that.
 */
export function stepsOf(
  lists: readonly (readonly string[])[],
  actors: readonly string[],
  relations: readonly Relation[],
): Steps {
  const named = (id: string): number | undefined => {
    const step = lists.findIndex((list) => list.includes(id));
    return step < 0 ? undefined : step;
  };
  const actor = (id: string): number => named(id) ?? 0;
  const placed = relations.map(({ id, from, to }) => {
    const asked = named(id);
    const earliest = Math.max(actor(from), actor(to));
    return { id, step: Math.max(asked ?? 0, earliest), late: asked !== undefined && asked < earliest };
  });
  const shown = {
    actors: actors.map((id) => ({ id, step: actor(id) })),
    relations: placed.map(({ id, step }) => ({ id, step })),
  };
  const used = new Set([...shown.actors, ...shown.relations].map(({ step }) => step));
  return {
    ...shown,
    clicks: Math.max(0, lists.length - 1),
    late: placed.filter(({ late }) => late).map(({ id, step }) => ({ id, step })),
    empty: lists.map((_, step) => step).filter((step) => step > 0 && !used.has(step)),
  };
}
