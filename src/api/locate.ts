import { join, resolve } from 'node:path';
import { toolsFor } from '../commands/confine.js';
import type { Tools } from '../commands/tools.js';
import { DeckError } from '../error.js';
import { type DeckLocation, locateDeck } from '../read/deck.js';
import { steadyFiles } from '../read/steady-files.js';
import type { Files } from '../system/effects.js';
import { packageFolder } from '../system/package-folder.js';

/** A Markdown text, or where a deck lies: its folder, or a Markdown file. */
export type DeckInput = string | { readonly path: string };

/** A deck, and the tools that see its files as they were when they were first read. */
export interface LocatedDeck {
  readonly location: DeckLocation;
  readonly tools: Tools;
}

/** Finds a deck. A text is a deck's folder of its own, with the files of `baseFolder`, or with no other file. */
export async function locate(deck: DeckInput, baseFolder: string | undefined, shared: Tools): Promise<LocatedDeck> {
  const { cwd } = shared.effects;
  const base = baseFolder === undefined ? undefined : resolve(cwd, baseFolder);
  if (typeof deck === 'string') return base === undefined ? alone(deck, shared) : among(deck, base, shared);
  const effects = { ...shared.effects, files: steadyFiles(shared.effects.files) };
  const location = await locateDeck(resolve(base ?? cwd, deck.path), effects);
  if (location !== undefined) return { location, tools: toolsFor(location, { ...shared, effects }) };
  const message = `There is no deck at ${deck.path}. Name a folder with a deck.md, or a Markdown file.`;
  throw new DeckError('deck-not-found', message);
}

/** The text and the files of a folder. A `deck.md` there is not read. */
function among(text: string, folder: string, shared: Tools): LocatedDeck {
  const location = { name: 'deck', file: join(folder, 'deck.md'), folder, isFolder: true };
  const effects = { ...shared.effects, cwd: folder, files: steadyFiles(shared.effects.files) };
  const tools = toolsFor(location, { ...shared, effects });
  const files = withText(tools.effects.files, location.file, text);
  return { location, tools: { ...tools, effects: { ...tools.effects, files } } };
}

/** The text, and of the machine's files only those of this package. */
function alone(text: string, shared: Tools): LocatedDeck {
  const folder = resolve('/');
  const location = { name: 'deck', file: join(folder, 'deck.md'), folder, isFolder: true };
  const files = withText(onlyWithin(join(packageFolder(), 'dist'), shared.effects.files), location.file, text);
  return { location, tools: { ...shared, effects: { ...shared.effects, cwd: folder, files } } };
}

function withText(files: Files, file: string, text: string): Files {
  const bytes = new TextEncoder().encode(text);
  return {
    ...files,
    read: async (path, most) => (path === file ? bytes : files.read(path, most)),
    readNow: (path) => (path === file ? bytes : files.readNow(path)),
    sizeNow: (path) => (path === file ? bytes.length : files.sizeNow(path)),
    kind: async (path) => (path === file ? 'file' : files.kind(path)),
  };
}

function onlyWithin(folder: string, files: Files): Files {
  const isWithin = (path: string): boolean => path.startsWith(join(folder, '/'));
  return {
    ...files,
    read: async (path, most) => (isWithin(path) ? files.read(path, most) : undefined),
    readNow: (path) => (isWithin(path) ? files.readNow(path) : undefined),
    sizeNow: (path) => (isWithin(path) ? files.sizeNow(path) : undefined),
    hashNow: (path) => (isWithin(path) ? files.hashNow(path) : undefined),
    kind: async (path) => (isWithin(path) ? files.kind(path) : undefined),
    list: async (path) => (isWithin(path) ? files.list(path) : []),
  };
}
