import { join } from 'node:path';
import { importPptx } from '../import/pptx/import-pptx.js';
import { readPresentation } from '../read/presentation/read-presentation.js';
import { unpackParts } from '../read/presentation/unpack-parts.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import type { ImportOptions } from './import.js';
import { freePlace, nameOf, reportImport } from './report-import.js';

/** A file to import that is a presentation, or says that it is. */
export interface PresentationFile {
  /** Absolute. */
  readonly file: string;
  /** As messages name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * `pilcrow import` of a presentation of PowerPoint: a new deck, or of one that Pilcrow made the edits since. All files are written or none. Throws a DeckError where the name is taken, and where the
 * file is none, is locked, damaged or empty.
 */
export async function importPresentation(
  { file, path, bytes }: PresentationFile,
  options: ImportOptions,
  effects: Effects,
): Promise<void> {
  const read = await readPresentation({ bytes, path });
  if (read.record !== undefined && options.as === undefined) {
    const { listEdits } = await import('./list-edits.js');
    return listEdits({ ...read, record: read.record }, path, options, effects);
  }
  const deck = await freePlace(options.name ?? nameOf(file), effects);
  const imported = importPptx(read, path);
  const parts = await unpackParts(
    { bytes, path },
    imported.media.map(({ part }) => part),
  );
  const copies = imported.media.flatMap(({ part, to }) => {
    const content = parts.get(part);
    return content === undefined ? [] : [{ file: join(deck.folder, to), bytes: content }];
  });
  await effects.files.replace([{ file: deck.file, bytes: imported.text }, ...copies]);
  const tool = { name: 'pptx', title: 'PowerPoint' };
  const written = shownPath(deck.file, effects);
  reportImport({ ...imported, tool }, { written, copies: copies.length, path, format: options.format }, effects);
}
