import type { Slide } from '../model.js';
import { nearest } from '../nearest.js';

/** By which ids the slides of a site are reached. */
export interface KnownIds {
  /** The slides' own, in reading order. */
  readonly ids: readonly string[];
  /** By a slide's id: ids that it had in earlier builds, and that led nowhere in this one. */
  readonly former: Readonly<Record<string, readonly string[]>>;
}

/** A slide as links see it. */
export type LinkedSlide = Pick<Slide, 'id' | 'aliases'>;

/**
 * The ids that slides had in the build `before` and that lead nowhere `now`, by the id that the slide has now. A slide that was removed is
 * not among them.
 */
export function formerIds(before: KnownIds, now: readonly LinkedSlide[]): ReadonlyMap<string, readonly string[]> {
  const leadsTo = new Map(now.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)));
  const renamed = renamedSlides(before.ids, now, leadsTo);
  const found = new Map<string, readonly string[]>();
  for (const id of before.ids) {
    const slide = leadsTo.get(id) ?? renamed.get(id);
    const lost = [...(before.former[id] ?? []), id].filter((one) => !leadsTo.has(one));
    if (slide !== undefined && lost.length > 0) found.set(slide, [...(found.get(slide) ?? []), ...lost]);
  }
  return found;
}

/**
 * Ids that lead nowhere, and the new id of the slide that had them. Between the same neighbours as many slides are the same ones in their
 * order; where some were added, removed or moved, it is the slide with the most similar id, since ids are made of headings.
 */
function renamedSlides(
  before: readonly string[],
  now: readonly LinkedSlide[],
  leadsTo: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const kept = new Set(before.map((id) => leadsTo.get(id)));
  const gone = runsBehind(before, (id) => leadsTo.get(id));
  const fresh = runsBehind(
    now.map(({ id }) => id),
    (id) => (kept.has(id) ? id : undefined),
  );
  const renamed = new Map<string, string>();
  const free = new Set([...fresh.values()].flat());
  const take = (id: string, slide: string | undefined): void => {
    if (slide === undefined || renamed.has(id)) return;
    renamed.set(id, slide);
    free.delete(slide);
  };
  for (const [neighbour, ids] of gone) {
    const slides = fresh.get(neighbour) ?? [];
    const areSame = ids.length === slides.length;
    for (const [index, id] of ids.entries()) {
      take(
        id,
        areSame
          ? slides[index]
          : nearest(
              id,
              slides.filter((slide) => free.has(slide)),
            ),
      );
    }
  }
  for (const id of [...gone.values()].flat()) take(id, nearest(id, free));
  return renamed;
}

/** The ids that `neighbourOf` does not know, by the known one that they stand behind; by an empty one those at the beginning. */
function runsBehind(
  ids: readonly string[],
  neighbourOf: (id: string) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const runs = new Map<string, string[]>();
  let last = '';
  for (const id of ids) {
    const neighbour = neighbourOf(id);
    if (neighbour === undefined) runs.set(last, [...(runs.get(last) ?? []), id]);
    else last = neighbour;
  }
  return runs;
}
