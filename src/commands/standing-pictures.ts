import { join } from 'node:path';
import type { FormatName } from '../export/formats.js';
import { editionName } from '../model/edition-name.js';
import type { Deck } from '../model.js';
import type { Files } from '../system/effects.js';

/** What those formats call their files whose folder has one for each slide; behind the name stands the length, where it is another. */
const numbered = [
  ['svg', /^slide-\d+(?:[b-z]\d*)?(-[\d.]+)?\.svg$/],
  ['png', /^(?:slide-\d+(?:-step-\d+)?|contact-sheet)(-[\d.]+)?\.png$/],
] as const satisfies readonly (readonly [FormatName, RegExp])[];

/** What is made: in which formats and lengths, and into which folder of all outputs. */
export interface Standing {
  readonly wanted: readonly FormatName[];
  readonly lengths: readonly (number | undefined)[];
  readonly out: string;
}

/**
 * The pictures that earlier runs wrote of a deck in these formats and lengths; absolute paths. Their names count slides, so that one of a
 * slide that is gone would go on being handed out.
 */
export async function standingPictures(
  { name, settings }: Pick<Deck, 'name' | 'settings'>,
  { wanted, lengths, out }: Standing,
  files: Files,
): Promise<readonly string[]> {
  const endings = new Set(
    lengths.map((cut) => editionName('', { audience: 'student', ...(cut === undefined ? {} : { cut }) }, settings)),
  );
  const found: string[] = [];
  for (const [format, form] of numbered) {
    if (!wanted.includes(format)) continue;
    const folder = join(out, 'export', name, format);
    for (const file of await files.list(folder)) {
      const [ours, ending = ''] = form.exec(file) ?? [];
      if (ours !== undefined && endings.has(ending)) found.push(join(folder, file));
    }
  }
  return found;
}
