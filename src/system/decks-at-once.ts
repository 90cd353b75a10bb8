import { availableParallelism, freemem } from 'node:os';

/** What a deck in the works takes at most, the browser's pages for it among it, bytes. */
const perDeck = 300 * 2 ** 20;

/** How many decks the machine has cores and memory for; at least one. More than four would wait for each other. */
export function decksAtOnce(): number {
  return Math.max(1, Math.min(4, availableParallelism(), Math.floor(freemem() / perDeck)));
}
