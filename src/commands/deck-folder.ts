import { basename, join, resolve } from 'node:path';
import { DeckError } from '../error.js';
import { nearest } from '../nearest.js';
import { type DeckLocation, locateDeck } from '../read/deck.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';

/** A deck that is there, or the place where one of that name is to be made: `slides/<name>` where there is a folder `slides`, else `<name>`. */
export async function deckOrPlace(
  name: string,
  effects: Effects,
): Promise<{ readonly deck: DeckLocation; readonly isThere: boolean }> {
  const there = (await locateDeck(name, effects)) ?? (await locateDeck(join('slides', name), effects));
  if (there !== undefined) return { deck: there, isThere: true };
  for (const place of [name, join('slides', name)]) {
    const folder = resolve(effects.cwd, place);
    if ((await effects.files.kind(folder)) === 'folder') return { deck: deckIn(folder), isThere: false };
  }
  const near = nearest(name, await effects.files.list(join(effects.cwd, 'slides')));
  if (near !== undefined) {
    const message = `There is no deck ${name}: no such file or folder, nor slides/${name}. Did you mean ${near}?`;
    throw new DeckError('deck-not-found', message);
  }
  return { deck: await placeFor(name, effects), isThere: false };
}

/** Where a deck of that name is made. Throws a DeckError where the name can be none. */
export async function placeFor(name: string, effects: Effects): Promise<DeckLocation> {
  checkDeckName(name);
  const slides = join(effects.cwd, 'slides');
  const folder = (await effects.files.kind(slides)) === 'folder' ? join(slides, name) : join(effects.cwd, name);
  if ((await effects.files.kind(folder)) === 'file') {
    throw new DeckError('usage', `${shownPath(folder, effects)} is a file. Choose another name for the deck.`);
  }
  return deckIn(folder);
}

function deckIn(folder: string): DeckLocation {
  return { name: basename(folder), file: join(folder, 'deck.md'), folder, isFolder: true };
}

/** What Windows, web addresses and command lines take as well; `con` and the like are devices on Windows. */
function checkDeckName(name: string): void {
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._ -]*$/u.test(name) && !/[. ]$/.test(name) && !isDevice && name.length <= 80)
    return;
  const message = `"${name}" cannot be the name of a deck: it becomes a folder and an address.`;
  throw new DeckError('usage', `${message} Use letters, digits and "-", for example harbour-rules.`);
}
