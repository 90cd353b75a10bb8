import type { Typeface } from '../model/brand.js';

/** What the faces of a brand add to the key of a drawing in the cache: without one nothing, so that the key is as it always was. */
export function keyOfFaces(typeface: Typeface | undefined): readonly string[] {
  return typeface === undefined ? [] : [`typeface ${typeface.key}`];
}
