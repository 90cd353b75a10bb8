/**
 * How long a step with a deck or paper of so many slides may take in the browser, ms: two minutes, since the machine may be busy, and half
 * a second a slide, since long decks are no fault.
 */
export function timeLimit(slides: number): number {
  return 120_000 + 500 * slides;
}
