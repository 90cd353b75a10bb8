import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeckLocation } from '../../src/read/deck.js';
import { testEffects } from './effects.js';

/** A deck `port` of some files in a new folder, and effects that work beside it. */
export function deckOf(files: Readonly<Record<string, string>>): {
  readonly location: DeckLocation;
  readonly effects: ReturnType<typeof testEffects>;
} {
  const cwd = mkdtempSync(join(tmpdir(), 'pilcrow-deck-'));
  const folder = join(cwd, 'port');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    location: { name: 'port', folder, file: join(folder, 'deck.md'), isFolder: true },
    effects: testEffects(cwd),
  };
}
