import { join, resolve } from 'node:path';
import type { Effects } from '../effects.js';
import { DeckError } from '../error.js';
import { count } from '../progress.js';
import type { DeckLocation } from '../read/deck.js';
import { writeSourceText } from '../read/source-text.js';
import { readSource } from '../read/sources/read-source.js';
import { shownPath } from '../read/text-file.js';
import { describeSource } from './describe-source.js';
import { findDecks } from './targets.js';

/** What `pilcrow source add` was asked for. */
export interface SourceOptions {
  /** Absolute. */
  readonly file: string;
  readonly key: string;
  /** Overwrites the text of a source that is there already; its entry in the bibliography stays as the author left it. */
  readonly replace?: boolean;
}

/** What was written, as messages show it. */
export interface AddedSource {
  readonly path: string;
  /** Body paragraphs, ¶0 not counted. */
  readonly paragraphs: number;
  /** Whether the bibliography got a new entry. */
  readonly isNewReference: boolean;
  readonly warnings: readonly string[];
}

/** `pilcrow source add`: adds the text of a file to a deck and says what was made of it. */
export async function source(
  name: string,
  file: string,
  { key, replace = false }: Pick<SourceOptions, 'key' | 'replace'>,
  effects: Effects,
): Promise<void> {
  for (const deck of await findDecks([name], effects)) {
    const added = await addSource(deck, { file: resolve(effects.cwd, file), key, replace }, effects);
    effects.print(
      `${added.path}: ${count(added.paragraphs, 'paragraph')}. Keep it out of git unless the text is yours.`,
    );
    if (added.isNewReference) effects.print(`references: ${key} is described; complete its entry.`);
  }
}

/**
 * Adds a source to a deck: numbers its paragraphs into `sources/<key>.md` and describes it in `references.yaml`. Both files are
 * written or none. Throws a DeckError when the file is no readable text or the key is taken.
 */
export async function addSource(deck: DeckLocation, options: SourceOptions, effects: Effects): Promise<AddedSource> {
  const { file, key, replace = false } = options;
  checkKey(key);
  if (!deck.isFolder) {
    throw new DeckError(
      'usage',
      `${deck.name} is a file; sources belong to a deck's folder. Move it to ${deck.name}/deck.md.`,
    );
  }
  const target = join(deck.folder, 'sources', `${key}.md`);
  if (!replace && (await effects.files.kind(target)) !== undefined) {
    const message = `The deck has a source ${key} already, ${shownPath(target, effects)}.`;
    throw new DeckError('usage', `${message} Choose another --key, or overwrite it with --replace.`);
  }
  const received = await readSource(file, effects);
  const bibliography = await describeSource(deck.folder, key, received.says, effects);
  await effects.files.replace([{ file: target, bytes: writeSourceText(received.entries) }, ...bibliography]);
  return {
    path: shownPath(target, effects),
    paragraphs: received.paragraphs,
    isNewReference: bibliography.length > 0,
    warnings: received.warnings,
  };
}

function checkKey(key: string): void {
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.+-](?=[\p{L}\p{N}_]))*$/u.test(key)) {
    throw new DeckError(
      'usage',
      `"${key}" cannot be cited: a key is of letters, digits, "_", "-" and ".". For example smith2024.`,
    );
  }
  if (key === 'inference' || key === 'lecturer') {
    throw new DeckError('usage', `"${key}" marks claims without a source and cannot be one. Choose another --key.`);
  }
}
