import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { TextFile } from '../../model.js';
import type { Effects } from '../../system/effects.js';
import { readTextFile } from '../text-file.js';
import { unreadText } from '../unread.js';
import { readYaml, type YamlText } from '../yaml.js';

/** What a deck's front matter says of its brand: a path, a brand written out, or `false` for none. */
export interface NamedBrand {
  readonly value: string | object | false;
  readonly yaml: YamlText;
}

/** A brand before it is interpreted. */
export interface FoundBrand {
  readonly yaml: YamlText;
  /** The keys under which the brand stands in `yaml`. */
  readonly at: readonly string[];
  readonly value: unknown;
  /** Absolute; what its files are relative to. */
  readonly folder: string;
  readonly path: string;
  readonly file?: TextFile;
}

/**
 * The brand of a deck: what `brand:` in the front matter says, else `brand/brand.yaml` in the deck's folder or one above it, up to the
 * folder where the command runs. A deck outside that folder has its own and the one above it looked at.
 */
export async function findBrand(
  deck: { readonly folder: string; readonly path: string },
  named: NamedBrand | undefined,
  effects: Effects,
): Promise<{ readonly found?: FoundBrand; readonly diagnostics: readonly Diagnostic[] }> {
  if (named?.value === false) return { diagnostics: [] };
  if (named !== undefined && typeof named.value === 'object') {
    const found = { yaml: named.yaml, at: ['brand'], value: named.value, folder: deck.folder, path: deck.path };
    return { found, diagnostics: [] };
  }
  if (named === undefined) {
    for (const folder of foldersFrom(deck.folder, effects.cwd)) {
      const file = await readTextFile(join(folder, 'brand/brand.yaml'), effects);
      if (file !== undefined) return fromFile(file, { path: file.path, line: 1 });
    }
    return { diagnostics: [] };
  }
  const place = named.yaml.placeOf(['brand']);
  const at = resolve(deck.folder, named.value as string);
  const isFolder = (await effects.files.kind(at)) === 'folder';
  const file = await readTextFile(isFolder ? join(at, 'brand.yaml') : at, effects);
  if (file !== undefined) return fromFile(file, place);
  const message = `There is no file "${isFolder ? `${named.value}/brand.yaml` : named.value}"; the deck has the theme's own look.`;
  const cure = "Correct the path; it is relative to the deck's folder.";
  return { diagnostics: [{ rule: 'brand', severity: 'warning', message, place, cure }] };
}

function fromFile(file: TextFile, place: Place): { found?: FoundBrand; diagnostics: readonly Diagnostic[] } {
  const unread = unreadText(file, place);
  if (unread.length > 0) return { diagnostics: unread };
  const yaml = readYaml(file.text, file.path, 1);
  if (yaml.diagnostics.length > 0) {
    const cure = "Until it is mended the deck has the theme's own look.";
    return { diagnostics: yaml.diagnostics.map((one) => ({ ...one, rule: 'brand', severity: 'warning', cure })) };
  }
  return {
    found: { yaml, at: [], value: yaml.value, folder: dirname(file.file), path: file.path, file },
    diagnostics: [],
  };
}

/** A folder and those above it, up to `top`. */
function foldersFrom(folder: string, top: string): readonly string[] {
  const way = relative(top, folder);
  if (way.startsWith('..') || isAbsolute(way)) return [folder, dirname(folder)];
  const folders = [folder];
  while (folders.at(-1) !== top && folders.length < 100) folders.push(dirname(folders.at(-1) ?? top));
  return folders;
}
