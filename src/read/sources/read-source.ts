import { basename } from 'node:path';
import { DeckError } from '../../error.js';
import { isLanguage } from '../../language/is-language.js';
import { type Effects, wholeLimit } from '../../system/effects.js';
import { shownPath } from '../text-file.js';
import { doubted } from './decode-text.js';
import { type NumberedSource, numberParagraphs } from './number-paragraphs.js';
import type { ReadSource } from './source-block.js';
import { readSourceFile } from './source-readers.js';

/** A source read and numbered, and what whoever adds it should look at. */
export interface ReceivedSource extends NumberedSource {
  readonly warnings: readonly string[];
  /** Body paragraphs, ¶0 not counted. */
  readonly paragraphs: number;
}

/**
 * Reads a file of any kind that is known as a source (`docs/sources.md`). `encoding`: what a text is written in; told from its bytes where
 * not given. Throws a DeckError that names the cure where it cannot.
 */
export async function readSource(file: string, effects: Effects, encoding?: string): Promise<ReceivedSource> {
  const path = shownPath(file, effects);
  const bytes = await effects.files.read(file, mostBytes);
  if (bytes === undefined) throw await notThere(file, path, effects);
  const read = withKnownLanguage(
    await readSourceFile({
      path,
      name: basename(file),
      bytes,
      ...(encoding === undefined ? {} : { encoding }),
    }),
  );
  const numbered = numberParagraphs(read);
  const paragraphs = numbered.entries.filter((entry) => 'number' in entry && entry.number > 0).length;
  if (paragraphs === 0) {
    throw new DeckError('read-failed', `${path} holds no paragraph. Name a file that holds the source's text.`);
  }
  const doubt = doubted(bytes, encoding);
  return { ...numbered, warnings: doubt === undefined ? read.warnings : [doubt, ...read.warnings], paragraphs };
}

/** Books with pictures are large. */
const mostBytes = 4 * wholeLimit;

/** Programs write what their system is set to: `C`, `POSIX`, `en_US`. What names no language says nothing. */
function withKnownLanguage(read: ReadSource): ReadSource {
  const { language, ...says } = read.says;
  const tag = language?.trim().replaceAll('_', '-');
  return { ...read, says: tag !== undefined && isLanguage(tag) ? { ...says, language: tag } : says };
}

async function notThere(file: string, path: string, effects: Effects): Promise<DeckError> {
  const kind = await effects.files.kind(file);
  if (kind === undefined) return new DeckError('read-failed', `There is no file ${path}. Name the source's file.`);
  if (kind === 'file') return new DeckError('read-failed', `${path} is larger than 256 MB. Save its text by itself.`);
  return new DeckError(
    'read-failed',
    `${path} is ${kind === 'folder' ? 'a folder' : 'no file that ends'}. Name the source's file.`,
  );
}
