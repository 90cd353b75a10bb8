import type { Edition, Settings } from '../model.js';

/** The minutes of an edition of another length than the deck's own; undefined for the deck's own. */
export function otherLength({ cut }: Edition, { minutes }: Settings): number | undefined {
  return cut === minutes ? undefined : cut;
}

/** A name that no other length of the deck has: `slides`, or `slides-15` where 15 minutes are not the deck's own length. */
export function editionName(name: string, edition: Edition, settings: Settings): string {
  const length = otherLength(edition, settings);
  return length === undefined ? name : `${name}-${length}`;
}
