import { join } from 'node:path';
import { editionName } from '../model/edition-name.js';
import type { Deck } from '../model.js';
import type { Files } from '../system/effects.js';

/**
 * The figures that earlier runs wrote of a deck in the given lengths; absolute paths. Their names count slides, so that one of a slide that
 * is gone would go on being handed out. `out`: the folder of all outputs.
 */
export async function standingFigures(
  { name, settings }: Pick<Deck, 'name' | 'settings'>,
  cuts: readonly (number | undefined)[],
  out: string,
  files: Files,
): Promise<readonly string[]> {
  const folder = join(out, 'export', name, 'svg');
  const endings = new Set(
    cuts.map((cut) => editionName('', { audience: 'student', ...(cut === undefined ? {} : { cut }) }, settings)),
  );
  const isOurs = (file: string): boolean => {
    const found = /^slide-\d+(?:[b-z]\d*)?(-[\d.]+)?\.svg$/.exec(file);
    return found !== null && endings.has(found[1] ?? '');
  };
  return (await files.list(folder)).filter(isOurs).map((file) => join(folder, file));
}
