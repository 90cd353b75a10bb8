import { expect, test } from 'vitest';
import { searchEdits } from './support/fuzz/edited-decks.js';

/** `npm run fuzz -- --decks 0 --edits 2000` tries more. */
const [edits, seed] = [96, 20];

test('what is taken from memory is what would be made anew, whatever was edited', async () => {
  expect(await searchEdits(edits, seed)).toEqual([]);
}, 120_000);
