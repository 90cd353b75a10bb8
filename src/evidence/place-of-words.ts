import type { Claim, Place } from '../model.js';
import { normalise } from './normalise.js';

/** The line of the file on which some of a claim's words stand, where it goes over several; else the place of the claim. */
export function placeOfWords(
  { text, place, breaks = [] }: Pick<Claim, 'text' | 'place' | 'breaks'>,
  words: string,
): Place {
  const at = positionOf(text, words);
  const below = at === -1 ? 0 : (breaks.findLast((one) => one.at <= at)?.line ?? 0);
  return below === 0 ? place : { path: place.path, line: place.line + below };
}

/** Where words stand in a text, their typography apart. */
function positionOf(text: string, words: string): number {
  const [first = ''] = words.split('\n');
  const exact = text.indexOf(first);
  if (exact !== -1) return exact;
  const wanted = normalise(first).text;
  let start = 0;
  for (const line of text.split('\n')) {
    const found = normalise(line).text.indexOf(wanted);
    if (found !== -1) return start + Math.min(found, line.length);
    start += line.length + 1;
  }
  return -1;
}
