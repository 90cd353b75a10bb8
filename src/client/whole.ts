/** A deck's script with all that a published page loads on demand in it: for pages that are one file. */
import { parts } from './on-demand-parts.js';
import { startDeck } from './start-deck.js';

startDeck({ use: (act) => act(parts), before: (_root, _options, start) => start() });
