import type { Key } from '../keys.js';
import { words } from '../words.js';
import { said } from './words.js';

/** What is done over a slide, in either window. */
export const handsKeyList: readonly Key[] = [
  { keys: ['x'], does: said.pointKey },
  { keys: ['d'], does: said.penKey },
  { keys: ['1', '2', '3', '⌫', 'Ctrl z', '⌦'], does: said.penKeys },
  { keys: ['Shift b'], does: said.breakKey },
  { keys: ['Alt'], does: said.lightKey },
];

/** The keys that a file with notes adds to a deck's own. */
export const presenterKeys: readonly Key[] = [{ keys: ['s'], does: words.deck.showSpeaker }, ...handsKeyList];
