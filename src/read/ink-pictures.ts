import { basename, join, resolve } from 'node:path';
import { DeckError } from '../error.js';
import type { InkPicture } from '../model.js';
import type { Effects } from '../system/effects.js';

/**
 * What a speaker drew on slides and saved: the SVGs of a folder, one a slide. A DeckError `usage` where the folder is not there or holds
 * none.
 */
export async function readInk(folder: string, { cwd, files }: Effects): Promise<readonly InkPicture[]> {
  const path = resolve(cwd, folder);
  const names = (await files.list(path)).filter((name) => /\.svg$/i.test(name));
  if (names.length === 0) {
    const what = (await files.kind(path)) === undefined ? 'there is no such folder' : 'it holds no .svg';
    throw new DeckError(
      'usage',
      `--ink ${folder}: ${what}. Name the folder with the drawings that the pen's "Save" gave.`,
    );
  }
  return Promise.all(
    names.map(async (name) => {
      const svg = new TextDecoder().decode(await files.read(join(path, name)));
      return {
        slide: slideOf(svg) ?? basename(name).replace(/(?: ?\(\d+\))?\.svg$/i, ''),
        path: join(folder, name),
        svg,
      };
    }),
  );
}

/** The slide that a saved drawing names; another program may have taken that out. */
function slideOf(svg: string): string | undefined {
  const named = /<svg\b[^>]*\bdata-slide="([^"]*)"/.exec(svg)?.[1];
  return named?.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
