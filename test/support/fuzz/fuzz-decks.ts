import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Audience } from '../../../src/model.js';
import { compileInMemory } from './compile-in-memory.js';
import { type DeckFiles, grownDeck, mutatedDeck } from './deck-files.js';
import { mixedDeck } from './mixed-deck.js';

/** What happened to one deck. `id` and the seed make the same deck again. */
export type Fuzzed =
  | { readonly id: number; readonly began: true }
  | { readonly id: number; readonly began: false; readonly crash?: string };

/** Decks of a seed by their number, in turns: put together from the language, decks of ours, damaged, and all languages mixed. */
export function deckNumber(id: number, seed: number): DeckFiles {
  const [deck] = fc.sample(arbitraryOf(id), { seed: seed * 1_000_003 + id, numRuns: 1 });
  return deck ?? {};
}

/** The smallest deck that still fails as that one does, as JSON. */
export async function shrunkDeck(id: number, seed: number): Promise<string> {
  const property = fc.asyncProperty(arbitraryOf(id), (deck) => compileInMemory(deck, partsOf(id)));
  const { counterexample } = await fc.check(property, {
    seed: seed * 1_000_003 + id,
    numRuns: 1,
    interruptAfterTimeLimit: 20_000,
  });
  return JSON.stringify(counterexample?.[0] ?? deckNumber(id, seed), null, 1);
}

/** Compiles decks one after the other and tells of each before and after, so that a watcher knows which one hangs. */
export async function fuzzDecks(ids: Iterable<number>, seed: number, tell: (fuzzed: Fuzzed) => void): Promise<void> {
  for (const id of ids) {
    const deck = deckNumber(id, seed);
    tell({ id, began: true });
    const crash = await compileInMemory(deck, partsOf(id)).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    tell({ id, began: false, ...(crash === undefined ? {} : { crash }) });
  }
}

/** One deck in 50 has its references set, by a library that takes ten times as long as all else. */
function partsOf(id: number): { readonly cited: boolean; readonly audience: Audience } {
  return { cited: id % 50 === 0, audience: id % 4 < 2 ? 'student' : 'teacher' };
}

function arbitraryOf(id: number): fc.Arbitrary<DeckFiles> {
  return [grownDeck, mutated, mixedDeck][id % 3] ?? grownDeck;
}

/** Small decks are compiled more often, and hold all that large ones hold. */
const longest = 4000;
const root = join(import.meta.dirname, '../../..');
const mutated = mutatedDeck(
  ['slides', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('sources/'))
      .sort()
      .map((name) => readFileSync(join(root, folder, name), 'utf8'))
      .filter((text) => text.length < longest),
  ),
);
