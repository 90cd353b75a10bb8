import { join } from 'node:path';
import { DeckError } from '../error.js';
import { nearest } from '../nearest.js';
import { type DeckLocation, locateDeck } from '../read/deck.js';
import type { Effects } from '../system/effects.js';

/**
 * The decks a command line names: a path of a folder or a Markdown file anywhere, or the name of a deck in `slides/`.
 * With none named, every deck in `slides/`, or the deck of the folder one stands in. Throws a DeckError `deck-not-found`.
 */
export async function findDecks(names: readonly string[], effects: Effects): Promise<readonly DeckLocation[]> {
  if (names.length === 0) return allDecks(effects);
  const found: DeckLocation[] = [];
  for (const name of names) {
    const deck = (await locateDeck(name, effects)) ?? (await locateDeck(join('slides', name), effects));
    if (deck === undefined) throw await notFound(name, effects);
    found.push(deck);
  }
  return withoutClashes(found);
}

async function allDecks(effects: Effects): Promise<readonly DeckLocation[]> {
  const folders = (await effects.files.list(join(effects.cwd, 'slides'))).filter((name) => !/^[_.]/.test(name));
  const decks: DeckLocation[] = [];
  for (const name of folders) {
    const deck = await locateDeck(join('slides', name), effects);
    if (deck?.isFolder) decks.push(deck);
  }
  const here = decks.length > 0 ? undefined : await locateDeck('.', effects);
  if (here !== undefined) return [here];
  if (decks.length > 0) return decks;
  throw new DeckError(
    'deck-not-found',
    `There is no deck here: no slides/<name>/deck.md in ${effects.cwd}, and no deck.md. Name a deck's folder or a Markdown file.`,
  );
}

async function notFound(name: string, effects: Effects): Promise<DeckError> {
  const kind = await effects.files.kind(join(effects.cwd, name));
  if (kind === 'folder') {
    return new DeckError('deck-not-found', `${name} is a folder without a deck.md. A deck is a folder that holds one.`);
  }
  const near = nearest(name, await effects.files.list(join(effects.cwd, 'slides')));
  const cure = near === undefined ? 'Name a folder with deck.md or a Markdown file.' : `Did you mean ${near}?`;
  return new DeckError(
    'deck-not-found',
    `There is no deck ${name}: no such file or folder, nor slides/${name}. ${cure}`,
  );
}

/** Two decks of one name would write the same files. */
function withoutClashes(decks: readonly DeckLocation[]): readonly DeckLocation[] {
  const unique = [...new Map(decks.map((deck) => [deck.file, deck])).values()];
  const twice = unique.find((deck, index) => unique.findIndex((other) => other.name === deck.name) < index);
  if (twice === undefined) return unique;
  throw new DeckError(
    'usage',
    `Two decks are called ${twice.name} and would write the same files. Make them one after the other with different --out.`,
  );
}
