import type { CheckedClaim, Citation } from '../model.js';

/** What an element means beside its markup: data of the deck and of its evidence, by reference. */
export interface Meaning {
  /** What it cites. */
  readonly citations?: readonly Citation[];
  /** The claims it makes. */
  readonly claims?: readonly CheckedClaim[];
  /** It stands in the notes, and its markup is the slide's. */
  readonly isOfSlide?: boolean;
}

/** It goes where the element goes, into copies too, and comes into no markup. */
const meanings = new WeakMap<object, Meaning>();

export function citationsOf(element: object): readonly Citation[] {
  return meanings.get(element)?.citations ?? [];
}

export function claimsOf(element: object): readonly CheckedClaim[] {
  return meanings.get(element)?.claims ?? [];
}

/** Whether an element stands in the notes though it was written on the slide. */
export function isOfSlide(element: object): boolean {
  return meanings.get(element)?.isOfSlide === true;
}

/** Adds to what an element means. */
export function mean(element: object, { citations = [], claims = [], ...rest }: Meaning): void {
  meanings.set(element, {
    ...meanings.get(element),
    citations: [...citationsOf(element), ...citations],
    claims: [...claimsOf(element), ...claims],
    ...rest,
  });
}

/** A copy means what its original means. */
export function keepMeaning(element: object, copy: object): void {
  const meaning = meanings.get(element);
  if (meaning !== undefined) meanings.set(copy, meaning);
}

/** Takes away what an element means, where that would tell what its reader is not to know. */
export function forget(element: object): void {
  meanings.delete(element);
}
