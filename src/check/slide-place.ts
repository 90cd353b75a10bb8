import type { Place, Slide } from '../model.js';
import { firstHeading } from '../parse/heading.js';
import { placeOf } from '../parse/token.js';

/** Where what is said of a whole slide points: its heading, or its first line. */
export function slidePlace({ tokens, place }: Slide): Place {
  const heading = firstHeading(tokens);
  return heading === undefined ? place : placeOf(heading.token);
}
