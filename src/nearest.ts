import { distance } from 'fastest-levenshtein';

/** The known word a mistyped one most likely means; undefined when none is near enough to be worth naming. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (best === undefined || found < best.distance) best = { word: candidate, distance: found };
  }
  return best !== undefined && best.distance <= Math.max(2, word.length / 3) ? best.word : undefined;
}
